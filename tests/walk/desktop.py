# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual display with a window manager and accessibility, and hands that find what to touch by its accessible name alone.

Needs Xvfb, openbox, xdotool, ImageMagick, dbus and python3-pyatspi (packages in README.md). Nothing here knows Nefes: a control is
found by role and name as a screen reader tells them, and is used by mouse and keys.
"""
import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

RUNNING_INSIDE = 'NEFES_WALK_INSIDE'


def enter_private_session():
    """Starts this script again on a bus of its own, so that nothing of the user's desktop is seen or touched."""
    if RUNNING_INSIDE in os.environ:
        return
    os.environ[RUNNING_INSIDE] = '1'
    # The socket of the accessibility bus lies there: two walks at once must not share it.
    os.environ['XDG_RUNTIME_DIR'] = tempfile.mkdtemp(prefix='nefes-walk-')
    os.execvp('dbus-run-session', ['dbus-run-session', '--', sys.executable, *sys.argv])


class Desktop:
    """A display of its own; what is started on it gets a home folder of its own."""

    def __init__(self, folder, size=(1400, 900)):
        self.folder = folder
        # Two walks at once must not touch each other's windows.
        number = next(n for n in range(77, 177) if not os.path.exists(f'/tmp/.X{n}-lock'))
        self.home = os.path.join(folder, 'home')
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(self.home)
        self.display = f':{number}'
        self.environment = dict(os.environ, DISPLAY=self.display, HOME=self.home, QT_LINUX_ACCESSIBILITY_ALWAYS_ON='1',
                                LC_ALL='C.UTF-8', QT_QPA_PLATFORM='xcb')
        for name in ('XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'):
            self.environment.pop(name, None)
        os.environ['DISPLAY'] = self.display
        self.processes = []
        atexit.register(self.close)
        self.spawn(['Xvfb', self.display, '-screen', '0', f'{size[0]}x{size[1]}x24'])
        time.sleep(1)
        self.spawn(['openbox'])
        bus = ['dbus-send', '--session', '--print-reply', '--dest=org.a11y.Bus', '/org/a11y/bus']
        self.run(bus + ['org.a11y.Bus.GetAddress'])
        for key in ('IsEnabled', 'ScreenReaderEnabled'):
            self.run(bus + ['org.freedesktop.DBus.Properties.Set', 'string:org.a11y.Status', f'string:{key}',
                            'variant:boolean:true'])
        time.sleep(1)

    def spawn(self, command, **options):
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=options.pop('stderr', subprocess.DEVNULL), **options)
        self.processes.append(process)
        return process

    def run(self, command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout

    def picture(self, name):
        path = os.path.join(self.folder, name + '.png')
        self.run(['import', '-window', 'root', path])
        return path

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


class NotFound(Exception):
    pass


class Hands:
    """Finds controls by role and name and touches them."""

    def __init__(self, desktop, application):
        import pyatspi  # needs the session that enter_private_session() made
        self.atspi = pyatspi
        self.desktop = desktop
        self.application = application

    # Looking

    def _root(self):
        desktop = self.atspi.Registry.getDesktop(0)
        desktop.clear_cache()  # or a program that was started again stays unseen
        for child in desktop:
            if child is not None and child.name == self.application:
                return child
        raise NotFound(self.application)

    def _all(self, node=None, depth=0):
        """Every control that is on the screen, depth first."""
        if node is None:
            node = self._root()
        try:
            state = node.getState()
            if depth > 1 and not state.contains(self.atspi.STATE_SHOWING):
                return
            yield node
            for i in range(min(node.childCount, 400)):
                child = node.getChildAtIndex(i)
                if child is not None:
                    yield from self._all(child, depth + 1)
        except Exception:  # gone while it was looked at
            return

    def dump(self):
        return '\n'.join(f'{node.getRoleName()}: {node.name!r}' for node in self._all() if node.name)

    def find(self, name, role=None, seconds=20, nth=0, enabled=False):
        """The control of this name, in which a star stands for anything."""
        pattern = re.compile('.*'.join(re.escape(part) for part in name.split('*')), re.DOTALL)
        end = time.time() + seconds
        while True:
            fits = []
            try:
                for node in self._all():
                    text = node.name.replace('&', '')
                    if pattern.fullmatch(text) and (role is None or node.getRoleName() == role) and (
                            not enabled or node.getState().contains(self.atspi.STATE_ENABLED)):
                        fits.append(node)
            except NotFound:
                pass
            if len(fits) > nth:
                return fits[nth]
            if time.time() > end:
                raise NotFound(f'{role or "control"} “{name}”\n' + self.dump())
            time.sleep(0.3)

    def has(self, name, role=None):
        try:
            self.find(name, role, seconds=0)
            return True
        except NotFound:
            return False

    def names(self, role):
        return [node.name for node in self._all() if node.getRoleName() == role and node.name]

    # Touching

    def _middle(self, node):
        box = node.queryComponent().getExtents(self.atspi.DESKTOP_COORDS)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, name, role=None, **options):
        node = self.find(name, role, **options)
        x, y = self._middle(node)
        self.desktop.run(['xdotool', 'mousemove', str(x), str(y), 'click', '1'])
        time.sleep(0.4)
        return node

    def double_click(self, name, role=None, **options):
        x, y = self._middle(self.find(name, role, **options))
        self.desktop.run(['xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', '2', '--delay', '60', '1'])
        time.sleep(0.4)

    def keys(self, *keys):
        self.desktop.run(['xdotool', 'key', '--delay', '40', *keys])
        time.sleep(0.3)

    def write(self, text):
        self.desktop.run(['xdotool', 'type', '--delay', '12', text])
        time.sleep(0.3)

    def choose(self, combo, item):
        """Opens a list of choices and clicks one."""
        self.click(combo, 'combo box')
        self.click(item, 'list item')
