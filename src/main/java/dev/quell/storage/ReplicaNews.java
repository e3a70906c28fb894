package dev.quell.storage;

import dev.quell.blocklist.ListChanged;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.known.KnownCallers;
import dev.quell.security.people.Accounts;
import dev.quell.security.tokens.Tokens;
import dev.quell.storage.jdbc.people.AccountRow;
import dev.quell.storage.jdbc.people.TokenRow;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.share.RowsTaken;
import dev.quell.storage.share.SharedRow;
import dev.quell.tuning.Tuner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells what is in memory of rows that other instances changed: they are durable here by then. */
@Component
final class ReplicaNews {

    private static final Logger log = LoggerFactory.getLogger(ReplicaNews.class);

    private final KnownCallers known;
    private final NearCache callers;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Tuner tuner;
    private final ApplicationEventPublisher events;

    ReplicaNews(
            KnownCallers known,
            NearCache callers,
            Accounts accounts,
            Tokens tokens,
            Tuner tuner,
            ApplicationEventPublisher events) {
        this.known = known;
        this.callers = callers;
        this.accounts = accounts;
        this.tokens = tokens;
        this.tuner = tuner;
        this.events = events;
    }

    @EventListener
    void on(RowsTaken taken) {
        List<KnownCaller> held = new ArrayList<>();
        List<KnownCaller> takenBack = new ArrayList<>();
        for (SharedRow row : taken.rows()) {
            try {
                switch (row.kind()) {
                    case ENTRY -> events.publishEvent(new ListChanged(Optional.of(entry(row.columns()))));
                    case FLAG -> callers.stale(CallerNumber.ofKey(text(row.columns(), "caller")));
                    case KNOWN ->
                        (time(row.columns(), "removed_at").isPresent() ? takenBack : held).add(known(row.columns()));
                    case ACCOUNT -> accounts.heard(List.of(AccountRow.read(row.columns())));
                    case TOKEN -> tokens.heard(List.of(TokenRow.read(row.columns())));
                    case RULES -> tuner.refresh();
                    case CALL, VERSION, AUDIT, REVIEW, PROPOSAL, RULE_PROPOSAL -> {}
                }
            } catch (RuntimeException e) {
                log.warn(
                        "A {} of another instance is kept and binds after the next start only: {}",
                        row.kind(),
                        e.getMessage());
            }
        }
        known.heard(held, takenBack);
    }

    /** What was removed has ended by any clock: that of the instance that removed it may be ahead. */
    private static ListEntry entry(Map<String, @Nullable Object> row) {
        Optional<Instant> removed = time(row, "removed_at");
        return new ListEntry(
                number(row, "id"),
                ListKind.valueOf(text(row, "kind")),
                ListPattern.parse(text(row, "pattern")),
                text(row, "reason"),
                text(row, "author"),
                ListEntry.Origin.valueOf(text(row, "origin")),
                time(row, "created_at").orElse(Instant.EPOCH),
                removed.isPresent() ? Optional.of(Instant.EPOCH) : time(row, "expires_at"),
                (int) number(row, "step"));
    }

    private static KnownCaller known(Map<String, @Nullable Object> row) {
        return new KnownCaller(
                CallerNumber.ofKey(text(row, "caller")),
                KnownAs.valueOf(text(row, "kind")),
                KnownCaller.Origin.valueOf(text(row, "origin")),
                text(row, "author"),
                time(row, "known_at").orElse(Instant.EPOCH),
                time(row, "expires_at"));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number value ? value.longValue() : 0;
    }

    private static Optional<Instant> time(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number value
                ? Optional.of(Instant.ofEpochMilli(value.longValue()))
                : Optional.empty();
    }
}
