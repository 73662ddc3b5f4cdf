"""What every question to the catalog and every change of it needs: the transaction it belongs to."""

from sqlalchemy.orm import Session


class Transaction:
    """One transaction; what is asked in it belongs to the same moment."""

    def __init__(self, session: Session) -> None:
        self._own_session = session

    @property
    def _session(self) -> Session:
        """The session to ask."""
        return self._own_session
