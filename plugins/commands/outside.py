"""Commands that speak to other machines."""

from pathlib import Path

from invoke import Exit, task

from plugins.commands.flags import CRASH, ROOT, existing, folder_of, guarded


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "output": "the link to the release (default: output)",
        "dry_run": "show which feeds the hub would be told of, and tell nobody",
        "all": "tell of every feed, whatever the hub was told before",
        "no_verify": "do not look first whether the site shows this release",
    }
)
@guarded(CRASH)
def ping(c, content=None, output=None, dry_run=False, all=False, no_verify=False):
    """Tell the hub of publication.yaml (`hub:`) which feeds changed since it was told last. Run it after a deploy.

    Reads content/publication.yaml and the release, asks the site for the changed feeds, writes pinged.json beside the
    releases. Exit code 1 if the site does not show this release yet, or the hub does not take all.
    """
    del c
    from plugins.desk.pinging.ping import Failed, news, tell, verify
    from plugins.desk.pinging.topics import NoAddress
    from plugins.intake.front import masthead
    from plugins.press.release import Releases

    folder = existing(folder_of(content, ROOT / "content"))
    known = masthead(folder)
    if known is None:
        raise Exit(f"{folder.name}/publication.yaml cannot be read; `invoke check` says why.", 1)
    releases = Releases(Path(output).absolute() if output else ROOT / "output")
    if releases.shown() is None:
        raise Exit(f"There is no release behind {releases.output}: build the site first, or name it with --output.", 2)
    if not known.hub:
        print("publication.yaml names no `hub:`, so there is nobody to tell.")
        return
    try:
        topics = news(releases, known.hub, everything=all)
        if not topics:
            print(f"{known.hub} knows every feed as it is.")
        elif dry_run:
            print(f"{known.hub} would be told of:", *(f"  {one.address}" for one in topics), sep="\n")
        else:
            if not no_verify:
                verify(topics)
            for line in tell(releases, known.hub, topics):
                print(line, flush=True)
    except (Failed, NoAddress) as error:
        raise Exit(str(error), 1) from None
