"""Commands for those who look after the copy and its words."""

from invoke import task

from plugins.commands.flags import CRASH, ROOT, folder_of, guarded


@task(help={"folder": "where to write them (default: schemas/)"})
@guarded(CRASH)
def schemas(c, folder=None):
    """Export the model as JSON Schema, so that editors complete and check YAML. Writes schemas/."""
    del c
    from plugins.desk.schemas import write_schemas

    for path in write_schemas(folder_of(folder, ROOT / "schemas")):
        print(f"wrote {path.name}")


@task
@guarded(CRASH)
def words(c):  # noqa: ARG001 (invoke gives a context to each command)
    """Bring the catalogues in theme/locale/ up to date with the texts of theme/ and plugins/; say what wants a translation."""
    from plugins.desk.catalogues import write_catalogues

    for one in write_catalogues(ROOT):
        print(f"{one.lang}: {one.texts} texts, {len(one.wanting) or 'none'} without translation")
        print(*(f"    {text.splitlines()[0]}" for text in one.wanting), sep="\n")
