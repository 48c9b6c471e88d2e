from .period import Question, RegistrationPeriod, Section
from .registration import CheckIn, Registration

__all__ = ["CheckIn", "Question", "Registration", "RegistrationPeriod", "Section"]
