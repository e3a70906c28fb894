package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallOutcome;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcKnownCallers;
import dev.quell.storage.jdbc.JdbcListStore;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of which one has a clock that is an hour ahead, and many rows at once. */
@NeedsPostgres
class ClocksApartTest {

    private static final Instant NOW = Calls.NOW;
    private static final Instant AHEAD = NOW.plusSeconds(3600);

    @TempDir
    Path directory;

    private Node ahead;
    private Node right;

    @BeforeEach
    void start() {
        PostgresServer server = PostgresServer.shared();
        String database = server.newDatabase();
        ahead = new Node("ahead", directory.resolve("ahead"), server, database).shares();
        right = new Node("right", directory.resolve("right"), server, database).shares();
    }

    @AfterEach
    void stop() {
        ahead.close();
        right.close();
    }

    private static KnownCaller customer(Instant since) {
        return customer("ann", since);
    }

    private static KnownCaller customer(String author, Instant since) {
        return new KnownCaller(Calls.CALLER, KnownAs.CUSTOMER, KnownCaller.Origin.API, author, since, Optional.empty());
    }

    private static ListEntry block(String number, Instant at) {
        return new ListEntry(
                0,
                ListKind.BLOCK,
                ListPattern.parse(number),
                "nuisance",
                "ann",
                ListEntry.Origin.MANUAL,
                at,
                Optional.of(at.plus(Duration.ofDays(1))),
                0);
    }

    private static int known(Node node) {
        return new JdbcKnownCallers(node.own()).all(NOW).size();
    }

    @Test
    void whatIsSaidLaterIsNewerWhateverTheClockSays() {
        new JdbcKnownCallers(ahead.own()).put(List.of(customer(AHEAD)));
        ahead.tells();
        right.hears();
        assertThat(known(right)).isEqualTo(1);

        new JdbcKnownCallers(right.own()).remove(Calls.CALLER, KnownAs.CUSTOMER, NOW.plusSeconds(1));
        right.tells();
        ahead.hears();
        assertThat(known(ahead)).isZero();
        assertThat(known(right)).isZero();

        new JdbcKnownCallers(right.own()).put(List.of(customer(NOW.plusSeconds(2))));
        right.tells();
        ahead.hears();
        assertThat(known(ahead)).isEqualTo(1);
        assertThat(known(right)).isEqualTo(1);
    }

    @Test
    void whatIsSaidLaterOfOneWhoIsKnownStillIsNewerToo() {
        new JdbcKnownCallers(ahead.own()).put(List.of(customer(AHEAD)));
        ahead.tells();
        right.hears();

        new JdbcKnownCallers(right.own()).put(List.of(customer("bob", NOW)));
        right.tells();
        ahead.hears();
        right.hears();

        for (Node node : List.of(ahead, right)) {
            assertThat(new JdbcKnownCallers(node.own()).all(NOW)).containsExactly(customer("bob", AHEAD.plusMillis(1)));
        }
    }

    @Test
    void callOfBothHasTheVerdictOfItsEndAndTheEarlierArrival() {
        JdbcCallJournal late = new JdbcCallJournal(ahead.own());
        late.screened(Calls.screened(
                        1,
                        Calls.incoming(1, Calls.CALLER, AHEAD),
                        Calls.screened(1).verdict()))
                .join();
        ahead.tells();
        new JdbcCallJournal(right.own())
                .concluded(Calls.concluded(Calls.elsewhere(1), CallOutcome.SILENT))
                .join();
        right.tells();
        late.screened(Calls.screened(
                        1,
                        Calls.incoming(1, Calls.CALLER, AHEAD),
                        Calls.screened(1).verdict()))
                .join();
        ahead.tells();

        assertThat(right.record()
                        .reader()
                        .sql("select case_number, outcome, arrived_at from calls")
                        .query()
                        .listOfRows())
                .containsExactly(Map.of(
                        "case_number",
                        "00000501",
                        "outcome",
                        "SILENT",
                        "arrived_at",
                        NOW.plusSeconds(1).toEpochMilli()));
    }

    @Test
    void entryOfTheOneThatIsAheadIsEndedByTheOther() {
        ListEntry made = new JdbcListStore(ahead.own())
                .keep(block("+8613800138000", AHEAD), AHEAD)
                .entry();
        ahead.tells();
        right.hears();
        assertThat(new JdbcListStore(right.own()).find(made.id())).contains(made);

        new JdbcListStore(right.own()).remove(made.id(), "bob", "wrong number", NOW.plusSeconds(5));
        right.tells();
        ahead.hears();

        assertThat(new JdbcListStore(ahead.own()).find(made.id()).orElseThrow().expiresAt())
                .contains(NOW.plusSeconds(5));
    }

    @Test
    void twentyThousandEntriesAtOnceArriveWholeAndTheCallBehindThemToo() {
        JdbcListStore lists = new JdbcListStore(ahead.own());
        for (int batch = 0; batch < 40; batch++) {
            int first = batch * 500;
            lists.keepAll(
                    java.util.stream.IntStream.range(first, first + 500)
                            .mapToObj(n -> block(String.format(Locale.ROOT, "+8613%09d", n), NOW))
                            .toList(),
                    NOW);
        }
        new JdbcCallJournal(ahead.own()).screened(Calls.screened(1)).join();
        ahead.tells();
        right.hears();

        assertThat(right.own()
                        .reader()
                        .sql("select count(distinct pattern) from list_entries")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20_000);
        assertThat(right.record()
                        .reader()
                        .sql("select count(*) from calls")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
