"""People come from a file that is read at each sign-in."""
import hmac
import json
import os

from cas_server.auth import AuthUser


class CampusAuthUser(AuthUser):
    def __init__(self, username):
        with open(os.path.join(os.environ["CAS_FOLDER"], "people.json"), encoding="utf-8") as people:
            self.person = next((one for one in json.load(people) if one["username"] == username), None)
        super().__init__(username)

    def test_password(self, password):
        if self.person is None:
            return False
        return hmac.compare_digest(self.person["password"].encode(), (password or "").encode())

    def attributs(self):  # the package spells it so
        return dict(self.person["attributes"]) if self.person else {}
