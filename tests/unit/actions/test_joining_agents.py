"""Which IDs and names are one person's is kept all or not at all, taken back in one step, and written in the log."""

from evidence_app.actions.edit import take_back
from evidence_app.actions.joining_agents import join_agents
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import stated_in
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.workspace import AgentCard


def cards(session: Session, dispute: Dispute) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    with session.vault.read() as catalog:
        return [(each.agent_ids, each.names) for each in stated_in(catalog, dispute.id).agents]


def card(session: Session, dispute: Dispute) -> AgentCard:
    with session.vault.read() as catalog:
        return catalog.items(dispute.id, AgentCard)[0]


def test_an_id_is_one_persons_only_and_all_of_it_is_one_step(session: Session, dispute: Dispute) -> None:
    assert join_agents(session, AgentCard(id="", dispute_id=dispute.id, agent_ids=("1",))) == []
    [_] = join_agents(session, AgentCard(id="", dispute_id=dispute.id, agent_ids=("1", "2"), names=("李",)))
    seqs = join_agents(
        session, AgentCard(id="", dispute_id=dispute.id, agent_ids=("2", "3"), names=("李",)), (), "gone"
    )
    assert len(seqs) == 2
    assert cards(session, dispute) == [(("1",), ("李",)), (("2", "3"), ("李",))]
    back = take_back(session, dispute.id, seqs)
    assert cards(session, dispute) == [(("1", "2"), ("李",))]
    take_back(session, dispute.id, back)
    assert cards(session, dispute) == [(("1",), ("李",)), (("2", "3"), ("李",))]
    join_agents(session, AgentCard(id="", dispute_id=dispute.id, names=("李", "王")), ("李",), "gone")
    assert cards(session, dispute) == [(("2", "3"), ()), ((), ("李", "王"))]


def test_a_card_is_kept_though_its_making_was_taken_back_while_it_was_written_on(
    session: Session, dispute: Dispute
) -> None:
    made = join_agents(session, AgentCard(id="", dispute_id=dispute.id, agent_ids=("1", "2")))
    open_card = card(session, dispute)
    take_back(session, dispute.id, made)
    assert cards(session, dispute) == []
    join_agents(session, open_card)
    assert cards(session, dispute) == [(("1", "2"), ())]
