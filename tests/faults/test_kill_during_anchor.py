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
from tests.faults.kept import KeptVault, filled_vault, killed, length_of
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
    campaign, cut_short, kept = Campaign(tmp_path, 2, 200), 0, anchored(vault, two_authorities)
    witnesses = [word for each in two_authorities for word in ("--tsa", each.url, "--tsa-root", str(each.root_pem))]
    words = [*vault.words, "export", vault.dispute, str(tmp_path / "dossier.pdf"), "--profile", "lawyer", *witnesses]
    longest_s = length_of(program, *words)
    for number in campaign.rounds():
        (tmp_path / f"{number}.txt").write_bytes(b"%d" % number)
        assert program.run(*vault.words, "add", vault.dispute, str(tmp_path / f"{number}.txt")).code == 0
        vault.items[f"{number}.txt"] = b"%d" % number
        with campaign.kept_if_it_fails(vault.folder):
            told = killed(program, campaign.chance, longest_s, *words)
            cut_short += told.code < 0
            now = anchored(vault, two_authorities)
            assert set(kept) <= set(now)
            kept = now
            assert vault.lost() == []
            assert vault.holds()
    print(f"kills while anchoring: {campaign.done}, {cut_short} in its middle, {len(kept)} anchors kept and verified")
    assert campaign.failures == []
    assert kept
