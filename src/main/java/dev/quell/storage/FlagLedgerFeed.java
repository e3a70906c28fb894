package dev.quell.storage;

import dev.quell.flag.CallFlagged;
import dev.quell.flag.Flag;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.screening.CallConcluded;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcFlagFacts;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.RowsTaken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the ledger of flags what agents and callers do: from the records at the start, from events afterwards. */
@Component
final class FlagLedgerFeed implements InitializingBean {

    /** How far back flags speak for or against an agent. */
    private static final Duration MEMORY = Duration.ofDays(180);

    private final FlagLedger ledger;
    private final JdbcFlagFacts facts;
    private final Clock clock;

    FlagLedgerFeed(FlagLedger ledger, Database database, Clock clock) {
        this.ledger = ledger;
        this.facts = new JdbcFlagFacts(database.reader());
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        Instant from = clock.instant().minus(MEMORY);
        facts.flags(from, this::raisedOrTakenBack);
        facts.ends(from, end -> ledger.ended(end.caller(), end.agent(), end.outcome(), end.arrivedAt()));
    }

    @EventListener
    void on(CallFlagged told) {
        Flag flag = told.flag();
        raisedOrTakenBack(new JdbcFlagFacts.Raised(
                flag.caller(),
                flag.call(),
                flag.agent(),
                flag.at(),
                flag.undoneAt().map(at -> told.by())));
        ledger.forgetBefore(clock.instant().minus(MEMORY));
    }

    @EventListener
    void on(CallConcluded call) {
        ledger.ended(
                call.caller(),
                call.ended().agent(),
                call.outcome(),
                call.screened()
                        .map(screened -> screened.call().arrivedAt())
                        .orElseGet(
                                () -> call.ended().endedAt().minus(call.ended().answered())));
    }

    /** Of two flags that an agent raised on one call over two instances one is withdrawn: the standing one is told last. */
    @EventListener
    void on(RowsTaken taken) {
        taken.rows().stream()
                .filter(row -> row.kind() == Kind.FLAG)
                .forEach(row -> facts.of(Long.parseLong(row.ref())).forEach(this::raisedOrTakenBack));
    }

    private void raisedOrTakenBack(JdbcFlagFacts.Raised flag) {
        if (flag.caller().identifies()) {
            ledger.flagged(flag.caller(), flag.call(), flag.agent(), flag.at());
            flag.takenBackBy().ifPresent(by -> ledger.undone(flag.caller(), flag.call(), flag.agent(), by));
        }
    }
}
