"""Workshop: lessons on online safety, presented, adapted and reviewed without internet."""

__version__ = "0.1.0"
