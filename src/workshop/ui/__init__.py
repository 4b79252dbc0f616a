"""The windows. Rooms (home, present, …) don't import one another; app.py connects them."""
