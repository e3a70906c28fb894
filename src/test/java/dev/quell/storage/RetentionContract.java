package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.screening.CallJournal;
import dev.quell.storage.StorageSettings.Retention;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcKnownCallers;
import dev.quell.storage.jdbc.JdbcListStore;
import dev.quell.storage.jdbc.desk.JdbcProposalStore;
import dev.quell.storage.jdbc.desk.JdbcRuleProposalStore;
import dev.quell.tuning.proposal.RuleProposal.Decision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/** What the job that deletes old rows promises. */
abstract class RetentionContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;
    private static final Duration CALLS = Duration.ofDays(90);
    private static final Duration FLAGS = Duration.ofDays(365);
    private static final Duration ENTRIES = Duration.ofDays(30);

    private void run() {
        StorageSettings settings = new StorageSettings(
                new Retention(CALLS, FLAGS, ENTRIES, ENTRIES), DataSize.ofMegabytes(4), DataSize.ofMegabytes(64));
        RetentionState state = new RetentionState(new SimpleMeterRegistry());
        new RetentionJob(database(), Optional.empty(), settings, state, () -> "", Clock.fixed(NOW, ZoneOffset.UTC))
                .run();
        assertThat(state.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void callsOlderThanTheirTimeGo() {
        CallJournal journal = journalOver(database());
        List<CompletableFuture<Void>> written = new ArrayList<>();
        for (int n = 1; n <= 1_001; n++) {
            written.add(journal.screened(Calls.screened(
                    n,
                    Calls.incoming(n, Calls.CALLER, NOW.minus(CALLS).minusMillis(1)),
                    Calls.verdict(Action.PASS, CallClass.NORMAL))));
        }
        written.add(journal.screened(Calls.screened(
                2_000,
                Calls.incoming(2_000, Calls.CALLER, NOW.minus(CALLS)),
                Calls.verdict(Action.PASS, CallClass.NORMAL))));
        written.forEach(CompletableFuture::join);

        run();

        assertThat(new JdbcCallLog(database().reader())
                        .search(new Query(CallFilter.between(Instant.EPOCH, NOW), Optional.empty(), 1_000))
                        .calls())
                .singleElement()
                .satisfies(call -> assertThat(call.id()).isEqualTo(Calls.id(2_000)));
    }

    @Test
    void flagsOlderThanTheirTimeGo() {
        JdbcFlagStore flags = new JdbcFlagStore(database());
        flags.add(flag(1, NOW.minus(FLAGS).minusMillis(1)));
        Flag kept = flags.add(flag(2, NOW.minus(FLAGS)));

        run();

        assertThat(flags.since(Instant.EPOCH, 10)).containsExactly(kept);
    }

    @Test
    void entriesGoSomeTimeAfterTheirEnd() {
        JdbcListStore store = new JdbcListStore(database());
        Instant cutoff = NOW.minus(ENTRIES);
        ListEntry gone = store.keep(entry("+8613800138001", Optional.of(cutoff.minusMillis(1))), NOW)
                .entry();
        ListEntry kept =
                store.keep(entry("+8613800138002", Optional.of(cutoff)), NOW).entry();
        ListEntry standing =
                store.keep(entry("+8613800138003", Optional.empty()), NOW).entry();

        run();

        assertThat(store.history(gone.pattern())).isEmpty();
        assertThat(store.history(kept.pattern())).containsExactly(kept);
        assertThat(store.history(standing.pattern())).containsExactly(standing);
    }

    @Test
    void knownCallersGoAtTheirEnd() {
        JdbcKnownCallers store = new JdbcKnownCallers(database());
        KnownCaller over = known(KnownAs.DIALLED, Optional.of(NOW.minusMillis(1)));
        KnownCaller holding = known(KnownAs.CUSTOMER, Optional.of(NOW.plusMillis(1)));
        KnownCaller forGood = known(KnownAs.OPEN_TICKET, Optional.empty());
        store.put(List.of(over, holding, forGood));

        run();

        assertThat(store.all(NOW.minusMillis(2))).containsExactlyInAnyOrder(holding, forGood);
    }

    @Test
    void proposalsOfRulesGoSomeTimeAfterTheirDecision() {
        JdbcRuleProposalStore store = new JdbcRuleProposalStore(database());
        Instant cutoff = NOW.minus(ENTRIES);
        Instant begun = cutoff.minus(ENTRIES);
        store.add(Proposed.rules("aaaaaaaa-1", "", begun));
        store.add(Proposed.rules("bbbbbbbb-1", "", begun));
        store.add(Proposed.rules("cccccccc-1", "", cutoff.minusMillis(1)));
        store.add(Proposed.rules("dddddddd-1", "", cutoff));
        store.turnDown("aaaaaaaa-1", new Decision(cutoff.minusMillis(1), "wang", false));
        store.turnDown("bbbbbbbb-1", new Decision(cutoff, "wang", false));

        run();

        assertThat(store.find("aaaaaaaa-1")).isEmpty();
        assertThat(store.find("bbbbbbbb-1")).isPresent();
        assertThat(store.find("cccccccc-1")).isEmpty();
        assertThat(store.find("dddddddd-1")).isPresent();
    }

    @Test
    void whatWasConfirmedIsKeptAsLongAsItsEntry() {
        JdbcListStore entries = new JdbcListStore(database());
        ListEntry standing = entry("+8613800138*", Optional.empty());
        ListEntry over = entry("+8613800139*", Optional.of(NOW.minus(ENTRIES).minusMillis(1)));
        entries.keep(standing, NOW);
        entries.keep(over, NOW);
        Instant made = standing.createdAt();
        JdbcProposalStore store = new JdbcProposalStore(database());
        confirmed(store, "confirmed", standing, "wang", made.plusMillis(40));
        confirmed(store, "soon", standing, "wang", made.plusMillis(59_999));
        confirmed(store, "late", standing, "wang", made.plusMillis(60_000));
        confirmed(store, "before", standing, "wang", made.minusMillis(1));
        confirmed(store, "another", standing, "li", made.plusMillis(40));
        confirmed(store, "over", over, "wang", made.plusMillis(40));
        store.add(proposal("down", standing, "wang"));
        store.decide("down", new Proposal.Decision(made.plusMillis(40), "zhao", false));
        store.add(proposal("waits", standing, "wang"));

        run();

        assertThat(store.find("confirmed").orElseThrow().decision())
                .contains(new Proposal.Decision(made.plusMillis(40), "zhao", true));
        assertThat(store.find("soon")).isPresent();
        assertThat(List.of("late", "before", "another", "over", "down", "waits"))
                .allSatisfy(gone -> assertThat(store.find(gone)).as(gone).isEmpty());
    }

    private static void confirmed(JdbcProposalStore store, String id, ListEntry entry, String author, Instant at) {
        store.add(proposal(id, entry, author));
        store.decide(id, new Proposal.Decision(at, "zhao", true));
    }

    private static Proposal proposal(String id, ListEntry entry, String author) {
        return new Proposal(
                id,
                entry.kind(),
                entry.pattern(),
                entry.reason(),
                entry.expiresAt(),
                author,
                entry.createdAt().minusSeconds(60),
                Optional.empty());
    }

    private static KnownCaller known(KnownAs as, Optional<Instant> until) {
        return new KnownCaller(Calls.CALLER, as, KnownCaller.Origin.API, "li", NOW.minusSeconds(9), until);
    }

    private static Flag flag(int call, Instant at) {
        return new Flag(0, Calls.id(call), Calls.CALLER, "PJSIP/1001", FlagReason.ABUSE, "", at, Optional.empty());
    }

    private static ListEntry entry(String number, Optional<Instant> expiry) {
        return new ListEntry(
                0,
                ListKind.ALLOW,
                ListPattern.parse(number),
                "a customer",
                "wang",
                Origin.MANUAL,
                NOW.minus(Duration.ofDays(300)),
                expiry,
                0);
    }
}
