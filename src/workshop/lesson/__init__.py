"""A lesson as a thing: its model, and how it is read, checked, found and translated. No Qt here."""
