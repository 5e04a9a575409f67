"""The commands people type, by who types them; `tasks.py` gathers them. Each is thin: it reads its flags and calls one function."""
