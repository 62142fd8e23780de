# Prints what assistive technology is told of a window, a JSON list a thing: depth, role, name, attributes, text.
import json, sys, time
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def walk(node, depth, told):
    try:
        name, role = node.get_name() or "", node.get_role_name()
        text = Atspi.Text.get_text(node, 0, -1) if node.get_text_iface() else ""
        told.append([depth, role, name, dict(node.get_attributes() or {}), text])
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child is not None:
                walk(child, depth + 1, told)
    except gi.repository.GLib.Error:
        pass  # It went away while it was looked at.


wanted, patience = sys.argv[1], time.time() + 30
told = None
while True:
    before, told = told, []
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        if program is not None:
            walk(program, 0, told)
    # All of it has come once a second look finds the same.
    there = any(wanted in name for _, _, name, _, _ in told)
    if there and told == before or time.time() > patience:
        break
    time.sleep(0.1 if there else 0.5)
print(json.dumps(told))
