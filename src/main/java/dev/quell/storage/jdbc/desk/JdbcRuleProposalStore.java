package dev.quell.storage.jdbc.desk;

import dev.quell.security.audit.AuditEntry;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.storage.jdbc.people.JdbcAuditLog;
import dev.quell.tuning.Revision;
import dev.quell.tuning.TuningText;
import dev.quell.tuning.proposal.FindingsText;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposal.Decision;
import dev.quell.tuning.proposal.RuleProposalStore;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposals of rules over SQL. */
public final class JdbcRuleProposalStore implements RuleProposalStore {

    private final Database database;

    public JdbcRuleProposalStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(RuleProposal proposal, AuditEntry... notes) {
        return database.writeNow(connection -> noted(connection, insert(connection, proposal) > 0, notes));
    }

    private static int insert(JdbcClient connection, RuleProposal proposal) {
        return connection
                .sql("""
                        insert into rule_proposals (id, settings, base_revision, base_version, days, note, author, asked_at,
                            calls_tried, changed_calls, harmed_talks, findings)
                        values (:id, :settings, :revision, :version, :days, :note, :author, :at, :calls, :changed, :harmed, :findings)
                        on conflict (id) do nothing""")
                .param("id", proposal.id())
                .param("settings", TuningText.write(proposal.tuning()))
                .param("revision", proposal.base().revision())
                .param("version", proposal.base().version())
                .param("days", proposal.days())
                .param("note", proposal.note())
                .param("author", proposal.author())
                .param("at", proposal.askedAt().toEpochMilli())
                .param("calls", proposal.findings().calls())
                .param("changed", proposal.findings().changed())
                .param("harmed", proposal.findings().harmed())
                .param("findings", FindingsText.write(proposal.findings()))
                .update();
    }

    @Override
    public Optional<RuleProposal> find(String id) {
        return read(database.reader()
                        .sql("select * from rule_proposals where id = :id")
                        .param("id", id))
                .stream()
                .findFirst();
    }

    @Override
    public List<RuleProposal> waiting(int limit) {
        return read(database.reader()
                .sql("select * from rule_proposals where decided_at is null order by asked_at, id limit :limit")
                .param("limit", limit));
    }

    private static List<RuleProposal> read(JdbcClient.StatementSpec asked) {
        return asked.query().listOfRows().stream().map(RuleProposalRow::read).toList();
    }

    @Override
    public boolean turnDown(String id, Decision decision, AuditEntry... notes) {
        return database.writeNow(
                connection -> noted(connection, decide(connection, id, decision, Optional.empty()), notes));
    }

    @Override
    public boolean accept(String id, Decision decision, Revision revision, AuditEntry... notes) {
        return database.writeNow(connection -> {
            String latest = JdbcRevisionStore.latest(connection, 1).stream()
                    .map(Revision::id)
                    .findFirst()
                    .orElse("");
            boolean decided = decide(connection, id, decision, Optional.of(latest));
            if (decided) {
                JdbcRevisionStore.add(connection, revision);
            }
            return noted(connection, decided, notes);
        });
    }

    /** @param base the revision that it must have been tried against; empty: any */
    private static boolean decide(JdbcClient connection, String id, Decision decision, Optional<String> base) {
        return connection
                        .sql("""
                        update rule_proposals set decided_at = :at, decided_by = :by, accepted = :accepted
                        where id = :id and decided_at is null and (:any = 1 or base_revision = :base)""")
                        .param("any", base.isEmpty() ? 1 : 0)
                        .param("base", base.orElse(""))
                        .param("at", decision.at().toEpochMilli())
                        .param("by", decision.by())
                        .param("accepted", decision.accepted() ? 1 : 0)
                        .param("id", id)
                        .update()
                > 0;
    }

    private static boolean noted(JdbcClient connection, boolean done, AuditEntry... notes) {
        if (done) {
            JdbcAuditLog.add(connection, notes);
        }
        return done;
    }
}
