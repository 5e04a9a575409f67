"""The rooms of Plumbline; `README.md` beside this file says where a line lives."""
