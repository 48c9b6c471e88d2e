"""Sign-in of those who work in the admin: the second factor, and who must have one."""
