"""What kept pages depend on, and what they do not; see :mod:`core.page_cache`."""

# Cookies that change a page for somebody who is not signed in, and the values that they may have.
_LOOK = ("(light|dark)", "(125|150|200)", "(bw|wb|blue)", "(wide|wider)", "nopictures")
PAGE_CACHE_COOKIES = {"view": r"(?!\.)" + "".join(rf"((^|\.){word})?" for word in _LOOK)}

# Apps, models and columns whose changes the public never sees; any other write makes all pages anew.
PAGE_CACHE_QUIET = [
    "sessions",
    "wagtailadmin",
    "wagtailembeds",
    "wagtailforms",
    "wagtailsearch",
    "django_tasks_database",
    "search",  # its page is not kept
    "axes",
    "otp_static",
    "otp_totp",
    "core.BouncingAddress",
    "core.Consent",
    "core.Contact",
    "core.ContactLink",
    "core.DeadLink",
    "core.FilledForm",
    "core.FormUse",
    "core.Letter",
    "core.MailingRefusal",
    "core.PendingUpload",
    "core.PeriodicRun",
    "core.RequestedAction",
    "core.WorkerBeat",
    "importing.CorrectedDocument",
    "proposals.Decision",
    "registration.CheckIn",
    "registration.RegistrationPeriod.last_number",
    "registration.Registration",  # shown once the forum is over, and pages are made anew each day
    "followup.Reminder",
    "subscriptions.Subscription",
    "subscriptions.Newsletter.last_contact",
    "subscriptions.Newsletter.delivered_at",
    "wagtailcore.Revision",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.WorkflowState",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailsearchpromotions.Query",
    "wagtailsearchpromotions.QueryDailyHits",
    "wagtailusers.UserProfile",
    "auth.User.last_login",
    # What a draft changes of its page:
    "wagtailcore.Page.latest_revision",
    "wagtailcore.Page.latest_revision_created_at",
    "wagtailcore.Page.draft_title",
    "wagtailcore.Page.has_unpublished_changes",
    "wagtailcore.Page.locked",
    "wagtailcore.Page.locked_at",
    "wagtailcore.Page.locked_by",
]
