"""Sessions in PostgreSQL whose key is cheap to renew: every sent report renews it."""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """As Django's, but a known session is given its new key in place instead of being written anew."""

    def cycle_key(self) -> None:
        self._get_session()  # type: ignore[attr-defined] # under the old key, before that is gone
        new_key = self._get_new_session_key()  # type: ignore[attr-defined]
        is_known = self.session_key and (
            self.model.objects.filter(session_key=self.session_key).update(session_key=new_key)
        )
        if not is_known:
            super().cycle_key()
            return
        self._session_key = new_key
        self.modified = True
