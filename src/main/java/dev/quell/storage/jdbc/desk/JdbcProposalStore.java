package dev.quell.storage.jdbc.desk;

import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.ProposalStore;
import dev.quell.storage.database.Database;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Proposals over SQL. */
public final class JdbcProposalStore implements ProposalStore {

    private final Database database;

    public JdbcProposalStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Proposal proposal) {
        database.writeNow(connection -> connection
                .sql("""
                        insert into list_proposals (id, kind, pattern, reason, expires_at, author, made_at)
                        values (:id, :kind, :pattern, :reason, :end, :author, :at)""")
                .param("id", proposal.id())
                .param("kind", proposal.kind().name())
                .param("pattern", proposal.pattern().text())
                .param("reason", proposal.reason())
                .param("end", proposal.end().map(end -> end.toEpochMilli()).orElse(null), Types.BIGINT)
                .param("author", proposal.author())
                .param("at", proposal.madeAt().toEpochMilli())
                .update());
    }

    @Override
    public Optional<Proposal> find(String id) {
        return database
                .reader()
                .sql("select * from list_proposals where id = :id")
                .param("id", id)
                .query()
                .listOfRows()
                .stream()
                .map(ProposalRow::read)
                .findFirst();
    }

    @Override
    public List<Proposal> waiting(int limit) {
        return database
                .reader()
                .sql("select * from list_proposals where decided_at is null order by made_at, id limit :limit")
                .param("limit", limit)
                .query()
                .listOfRows()
                .stream()
                .map(ProposalRow::read)
                .toList();
    }

    @Override
    public List<Proposal> confirmed(Instant from, Instant to) {
        return database
                .reader()
                .sql("select * from list_proposals where accepted = 1 and decided_at >= :from and decided_at < :to")
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query()
                .listOfRows()
                .stream()
                .map(ProposalRow::read)
                .toList();
    }

    @Override
    public boolean decide(String id, Proposal.Decision decision) {
        return database.writeNow(connection -> connection
                        .sql("""
                        update list_proposals set decided_at = :at, decided_by = :by, accepted = :accepted
                        where id = :id and decided_at is null""")
                        .param("at", decision.at().toEpochMilli())
                        .param("by", decision.by())
                        .param("accepted", decision.accepted() ? 1 : 0)
                        .param("id", id)
                        .update())
                > 0;
    }
}
