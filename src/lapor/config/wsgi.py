"""What the web server serves."""

import os
import signal

from django.core.wsgi import get_wsgi_application

from lapor.config.command.processes import die_with

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapor.config.settings")

if os.environ.get("LAPOR_SUPERVISED"):
    # The server's workers are grandchildren of `./lapor up`: without this they would keep the port
    # when their own parent is killed.
    die_with(os.getppid(), signal.SIGTERM)

application = get_wsgi_application()
