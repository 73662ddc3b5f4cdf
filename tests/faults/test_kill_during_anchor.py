"""``kill -9`` while authorities are asked: a token is kept whole with its entry in the log, or not at all."""

import hashlib
from contextlib import closing
from pathlib import Path

import pytest

from evidence_app.actions.session import open_session
from evidence_app.domain.custody import CustodyKind
from evidence_app.proof.tokens import verify_token
from tests.fakes.authorities import LocalAuthority
from tests.faults.campaign import Campaign
from tests.faults.kept import KeptVault, Kills, filled_vault
from tests.faults.program import Program


def anchored(vault: KeptVault, authorities: tuple[LocalAuthority, LocalAuthority]) -> list[tuple[int, str]]:
    """Return size and authority of every anchor kept, each verified; the log must tell of exactly as many."""
    with closing(open_session(vault.folder, read_only=True)) as session, session.vault.read() as catalog:
        anchors = catalog.anchors(vault.dispute)
        told = [entry for entry in catalog.custody(vault.dispute) if entry.kind is CustodyKind.ANCHOR]
    known = [each.authority for each in authorities]
    for anchor in anchors:
        verify_token(anchor.response, hashlib.sha256(anchor.checkpoint).digest(), known)
    assert len(told) == len(anchors)
    return [(anchor.size, anchor.authority) for anchor in anchors]


@pytest.mark.timeout(7200)
def test_an_anchor_is_kept_whole_or_was_not(
    program: Program, tmp_path: Path, two_authorities: tuple[LocalAuthority, LocalAuthority]
) -> None:
    vault = filled_vault(program, tmp_path / "vault", {"a.txt": b"words"})
    campaign, kept = Campaign(tmp_path, 2, 200), anchored(vault, two_authorities)
    witnesses = [word for each in two_authorities for word in ("--tsa", each.url, "--tsa-root", str(each.root_pem))]
    words = [*vault.words, "export", vault.dispute, str(tmp_path / "dossier.pdf"), "--profile", "lawyer", *witnesses]
    kills = Kills(program, campaign.chance, *words)
    for number in campaign.rounds(lambda: kills.in_the_middle > campaign.few):
        (tmp_path / f"{number}.txt").write_bytes(b"%d" % number)
        assert program.run(*vault.words, "add", vault.dispute, str(tmp_path / f"{number}.txt")).code == 0
        vault.items[f"{number}.txt"] = b"%d" % number
        with campaign.kept_if_it_fails(vault.folder):
            kills.during(*words)
            now = anchored(vault, two_authorities)
            assert set(kept) <= set(now)
            kept = now
            assert vault.lost() == []
            assert vault.holds()
    told = f"kills while anchoring: {campaign.done}, {kills.in_the_middle} in its middle"
    print(f"{told}, {len(kept)} anchors kept and verified")
    assert campaign.failures == []
    assert kills.in_the_middle > campaign.few
    assert kept
