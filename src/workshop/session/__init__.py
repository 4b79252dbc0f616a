"""A lesson being run: what happened, what is on now, and the journal that survives a power cut. No Qt here."""
