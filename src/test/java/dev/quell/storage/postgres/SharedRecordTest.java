package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcKnownCallers;
import dev.quell.storage.jdbc.JdbcListStore;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.SharedRow;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two instances and the record that they share. */
@NeedsPostgres
class SharedRecordTest {

    private static final Instant NOW = Calls.NOW;

    @TempDir
    Path directory;

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();
    private Node a;
    private Node b;

    @BeforeEach
    void start() {
        a = node("a");
        b = node("b");
    }

    private Node node(String name) {
        return new Node(name, directory.resolve(name), server, database);
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
    }

    private static List<Map<String, Object>> rows(Database database, String sql) {
        return database.reader().sql(sql).query().listOfRows();
    }

    private Map<String, Object> call(int n) {
        List<Map<String, Object>> found = rows(a.record(), "select * from calls where id = '" + Calls.id(n) + "'");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static void screened(Node node, CallScreened call) {
        new JdbcCallJournal(node.own()).screened(call).join();
    }

    private static void ended(Node node, CallScreened call, CallOutcome outcome) {
        new JdbcCallJournal(node.own())
                .concluded(Calls.concluded(call, outcome))
                .join();
    }

    private static void unscreened(Node node, int n, Instant endedAt) {
        new JdbcCallJournal(node.own())
                .concluded(Calls.unscreened(n, Calls.CALLER, endedAt))
                .join();
    }

    @Test
    void everyColumnArrivesAsItIs() {
        a.shares();
        ended(a, Calls.screened(1), CallOutcome.SILENT);
        a.tells();

        Map<String, Object> told = call(1);
        Map<String, Object> own = rows(a.own(), "select * from calls").getFirst();
        own.remove("seq");
        assertThat(own)
                .isNotEmpty()
                .allSatisfy((column, value) ->
                        assertThat(String.valueOf(told.get(column))).as(column).isEqualTo(String.valueOf(value)));
        assertThat(told).containsEntry("screened_by", 1L).containsEntry("ended_by", 1L);
    }

    @Test
    void sameBatchTwiceChangesNothing() {
        a.shares();
        screened(a, Calls.screened(1));
        a.tells();
        Map<String, Object> once = call(1);
        a.own()
                .writeNow(connection -> connection
                        .sql("update shared_destinations set confirmed = 0")
                        .update());
        a.own()
                .writeNow(connection -> connection
                        .sql("insert into outbox (place, kind, ref, at) values (1, 'CALL', 1, 0)")
                        .update());

        a.tells();

        assertThat(call(1)).isEqualTo(once);
        assertThat(a.outbox.waiting(Destinations.POSTGRES, 10)).isEmpty();
    }

    /** One decided late, the other's verdict was used, and the end came to the first with the other's token. */
    @Test
    void verdictWhoseTokenComesWithTheEndIsTheCallsInWhateverOrderTheyTell() {
        a.shares();
        b.shares();
        List<List<Node>> orders = List.of(List.of(a, b), List.of(b, a), List.of(a, b, a), List.of(b, a, b));
        for (int n = 1; n <= orders.size(); n++) {
            screened(a, Calls.screened(n));
            screened(b, Calls.elsewhere(n));
            if (orders.get(n - 1).size() == 3) {
                orders.get(n - 1).getFirst().tells();
            }
            ended(a, Calls.elsewhere(n), CallOutcome.SILENT);
            orders.get(n - 1).forEach(Node::tells);

            assertThat(call(n))
                    .as("order %s", n)
                    .containsEntry("case_number", String.format(Locale.ROOT, "%08d", 500 + n))
                    .containsEntry("applied", "CHALLENGE")
                    .containsEntry("outcome", "SILENT")
                    .containsEntry("arrived_at", NOW.toEpochMilli());
        }
    }

    @Test
    void endThatComesFirstFromAnotherInstanceJoinsItsVerdict() {
        a.shares();
        b.shares();
        unscreened(b, 1, NOW.plusSeconds(60));
        b.tells();
        screened(a, Calls.screened(1));
        a.tells();

        assertThat(call(1))
                .containsEntry("arrived_at", NOW.toEpochMilli())
                .containsEntry("ended_at", NOW.plusSeconds(60).toEpochMilli())
                .containsEntry("action", "DETER")
                .containsEntry("screened_by", 1L)
                .containsEntry("ended_by", 2L);
    }

    @Test
    void endThatComesLaterFromAnotherInstanceKeepsTheVerdictsArrival() {
        a.shares();
        b.shares();
        screened(a, Calls.screened(1));
        a.tells();
        unscreened(b, 1, NOW.plusSeconds(60));
        b.tells();

        assertThat(call(1))
                .containsEntry("arrived_at", NOW.toEpochMilli())
                .containsEntry("ended_at", NOW.plusSeconds(60).toEpochMilli())
                .containsEntry("action", "DETER");
    }

    @Test
    void twoPartsOnBothSidesOfMidnightAreOneCall() {
        a.shares();
        b.shares();
        Instant beforeMidnight = Instant.parse("2026-11-20T23:59:50Z");
        unscreened(b, 1, Instant.parse("2026-11-21T00:01:00Z"));
        b.tells();
        screened(
                a,
                Calls.screened(
                        1,
                        Calls.incoming(1, Calls.CALLER, beforeMidnight),
                        Calls.verdict(Action.DETER, CallClass.SILENT)));
        a.tells();

        assertThat(call(1))
                .containsEntry("arrived_at", beforeMidnight.toEpochMilli())
                .containsEntry("outcome", "UNKNOWN");
    }

    @Test
    void firstEndStays() {
        a.shares();
        b.shares();
        ended(a, Calls.screened(1), CallOutcome.SILENT);
        ended(b, Calls.screened(1), CallOutcome.GOOD_TALK);
        a.tells();
        b.tells();

        assertThat(call(1)).containsEntry("outcome", "SILENT").containsEntry("ended_by", 1L);
    }

    @Test
    void verdictWhoseInstanceHadTheEndStays() {
        a.shares();
        b.shares();
        CallScreened second = Calls.screened(
                1, Calls.incoming(1, Calls.CALLER, NOW.plusMillis(800)), Verdict.pass("allow-list", "1"));
        ended(b, second, CallOutcome.GOOD_TALK);
        b.tells();
        screened(a, Calls.screened(1));
        a.tells();

        assertThat(call(1))
                .containsEntry("action", "PASS")
                .containsEntry("screened_by", 2L)
                .containsEntry("arrived_at", NOW.toEpochMilli());
    }

    @Test
    void withoutAnEndTheInstanceThatWasAskedLaterHasTheVerdict() {
        a.shares();
        b.shares();
        CallScreened second = Calls.screened(
                1, Calls.incoming(1, Calls.CALLER, NOW.plusMillis(800)), Verdict.pass("allow-list", "1"));
        screened(b, second);
        b.tells();
        screened(a, Calls.screened(1));
        a.tells();

        assertThat(call(1)).containsEntry("action", "PASS").containsEntry("arrived_at", NOW.toEpochMilli());
    }

    @Test
    void pastIsToldAndOwnIdsAreMovedFirst() {
        screened(a, Calls.screened(1));
        Flag flag = new JdbcFlagStore(a.own()).add(flag(1, "1001"));
        assertThat(flag.id()).isEqualTo(1);
        b.shares();

        a.shares().tells();

        assertThat(call(1)).containsEntry("screened_by", 2L);
        assertThat(rows(a.record(), "select id from flags")).containsExactly(Map.of("id", 2_000_000_001L));
        assertThat(new JdbcFlagStore(a.own()).add(flag(2, "1001")).id()).isEqualTo(2_000_000_002L);
    }

    private static Flag flag(int n, String agent) {
        return new Flag(0, Calls.id(n), Calls.CALLER, agent, FlagReason.SILENT, "note\\\t\n'", NOW, Optional.empty());
    }

    private static ListEntry block(String number) {
        return new ListEntry(
                0,
                ListKind.BLOCK,
                ListPattern.parse(number),
                "rude",
                "ann",
                ListEntry.Origin.MANUAL,
                NOW,
                Optional.of(NOW.plus(Duration.ofDays(7))),
                0);
    }

    @Test
    void entryMadeOnOneInstanceIsOnTheOtherAndSoIsItsRemoval() {
        a.shares();
        b.shares().hears();
        ListEntry made =
                new JdbcListStore(a.own()).keep(block("+8613800138000"), NOW).entry();
        a.tells();
        b.hears();

        assertThat(new JdbcListStore(b.own()).find(made.id())).contains(made);
        assertThat(b.taken).hasSize(1);
        assertThat(b.outbox.waiting(Destinations.POSTGRES, 10)).isEmpty();

        new JdbcListStore(b.own()).remove(made.id(), "bob", "wrong number", NOW.plusSeconds(5));
        b.tells();
        a.hears();

        assertThat(new JdbcListStore(a.own()).find(made.id()).orElseThrow().expiresAt())
                .contains(NOW.plusSeconds(5));
    }

    @Test
    void rangeMadeOnOneInstanceIsOnTheOtherAndSoIsItsRemoval() {
        a.shares();
        b.shares().hears();
        ListEntry made = new JdbcListStore(a.own())
                .keep(block("+8675561230000-+8675561239998"), NOW)
                .entry();
        a.tells();
        b.hears();

        JdbcListStore there = new JdbcListStore(b.own());
        assertThat(there.find(made.id())).contains(made);
        assertThat(there.meaning(new CallerNumber.E164("+8675561239998"), NOW)).containsExactly(made);
        assertThat(there.meaning(new CallerNumber.E164("+8675561239999"), NOW)).isEmpty();
        assertThat(there.meaning(new CallerNumber.E164("+86755612399980"), NOW)).isEmpty();

        there.remove(made.id(), "bob", "wrong numbers", NOW.plusSeconds(5));
        b.tells();
        a.hears();

        assertThat(new JdbcListStore(a.own()).meaning(new CallerNumber.E164("+8675561239998"), NOW.plusSeconds(6)))
                .isEmpty();
    }

    /** As an instance of a newer version tells an entry of a form that this one does not know, and as one from before ranges hears a range. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void entryOfAnUnknownFormIsPassedOverWithALineInTheLogAndThoseBesideItAreTaken(CapturedOutput output) {
        a.shares();
        b.shares().hears();
        ListEntry before =
                new JdbcListStore(a.own()).keep(block("+8613800138005"), NOW).entry();
        ListEntry later =
                new JdbcListStore(a.own()).keep(block("+8613800138006"), NOW).entry();
        a.own()
                .writeNow(connection -> connection
                        .sql("update list_entries set pattern = '+86755612300??' where id = :id")
                        .param("id", later.id())
                        .update());
        ListEntry after = new JdbcListStore(a.own())
                .keep(block("+8675561230000-+8675561230009"), NOW)
                .entry();
        a.tells();
        b.hears();

        assertThat(b.own()
                        .reader()
                        .sql("select id from list_entries order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(before.id(), after.id());
        assertThat(b.feed.fault()).isEmpty();
        assertThat(output)
                .containsOnlyOnce("ENTRY of another instance is passed over")
                .contains("an entry needs");
    }

    /** As an instance of a newer version tells them: this one must hear what comes behind, and take all once it is of that version. */
    @Test
    void changesOfAnUnknownKindDoNotStopThoseBehindThem() {
        a.shares();
        b.shares();
        b.hears();
        entry(a, 1);
        a.tells();
        a.store
                .database()
                .writeNow(connection -> connection
                        .sql(
                                "with next as (update changes_head set place = place + 1 returning place)"
                                        + " insert into changes (place, kind, ref, instance, at) select place, 'LATER', '7', 99, 1 from next")
                        .update());
        entry(a, 2);
        a.tells();

        b.hears();

        assertThat(b.own()
                        .reader()
                        .sql("select count(*) from list_entries")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(b.feed.fault()).isEmpty();
        assertThat(mark(b)).isEqualTo(1);

        b.own()
                .writeNow(connection -> connection
                        .sql("update shared_marks set place = place - 1 where name like '% kinds'")
                        .update());
        b.hears();
        assertThat(mark(b)).isZero();
    }

    private static int mark(Node node) {
        return node.own()
                .reader()
                .sql("select count(*) from shared_marks where name like '% kinds'")
                .query(Integer.class)
                .single();
    }

    @Test
    void eachInstanceNumbersItsOwnRowsAlsoWhenItHasTakenTheOthers() {
        a.shares();
        b.shares().hears();
        ListEntry theirs =
                new JdbcListStore(b.own()).keep(block("+8613800138001"), NOW).entry();
        Flag theirFlag = new JdbcFlagStore(b.own()).add(flag(1, "1001"));
        b.tells();
        a.hears();

        JdbcListStore lists = new JdbcListStore(a.own());
        ListEntry ours = lists.keep(block("+8613800138002"), NOW).entry();
        List<Long> many = lists.keepAll(List.of(block("+8613800138003"), block("+8613800138004")), NOW).stream()
                .map(kept -> kept.entry().id())
                .toList();
        Flag ourFlag = new JdbcFlagStore(a.own()).add(flag(2, "1001"));

        assertThat(theirs.id()).isEqualTo(2_000_000_001L);
        assertThat(theirFlag.id()).isEqualTo(2_000_000_001L);
        assertThat(ours.id()).isEqualTo(1_000_000_001L);
        assertThat(many).containsExactlyInAnyOrder(1_000_000_002L, 1_000_000_003L);
        assertThat(ourFlag.id()).isEqualTo(1_000_000_001L);
    }

    @Test
    void newInstanceTakesWhatWasThereBefore() {
        a.shares();
        ListEntry made =
                new JdbcListStore(a.own()).keep(block("+8613800138000"), NOW).entry();
        Flag flag = new JdbcFlagStore(a.own()).add(flag(1, "1001"));
        new JdbcKnownCallers(a.own()).put(List.of(customer(NOW)));
        a.tells();

        b.shares().hears();

        assertThat(new JdbcListStore(b.own()).find(made.id())).contains(made);
        assertThat(new JdbcFlagStore(b.own()).of(Calls.id(1))).containsExactly(flag);
        assertThat(new JdbcKnownCallers(b.own()).all(NOW)).containsExactly(customer(NOW));
    }

    private static KnownCaller customer(Instant since) {
        return new KnownCaller(Calls.CALLER, KnownAs.CUSTOMER, KnownCaller.Origin.API, "ann", since, Optional.empty());
    }

    @Test
    void olderWordDoesNotBringAKnownCallerBack() {
        a.shares();
        b.shares();
        new JdbcKnownCallers(a.own()).put(List.of(customer(NOW)));
        new JdbcKnownCallers(b.own()).put(List.of(customer(NOW.plusSeconds(1))));
        new JdbcKnownCallers(b.own()).remove(Calls.CALLER, KnownAs.CUSTOMER, NOW.plusSeconds(2));
        b.tells();
        a.tells();
        a.hears();
        b.hears();

        assertThat(new JdbcKnownCallers(a.own()).all(NOW)).isEmpty();
        assertThat(new JdbcKnownCallers(b.own()).all(NOW)).isEmpty();

        new JdbcKnownCallers(a.own()).put(List.of(customer(NOW.plusSeconds(3))));
        a.tells();
        b.hears();

        assertThat(new JdbcKnownCallers(b.own()).all(NOW)).containsExactly(customer(NOW.plusSeconds(3)));
    }

    @Test
    void flagThatOneAgentRaisedOnTwoInstancesStandsOnce() {
        a.shares();
        b.shares();
        Flag first = new JdbcFlagStore(a.own()).add(flag(1, "1001"));
        new JdbcFlagStore(b.own()).add(flag(1, "1001"));
        b.tells();
        a.tells();
        a.hears();
        b.hears();

        for (Node node : List.of(a, b)) {
            assertThat(new JdbcFlagStore(node.own()).of(Calls.id(1)))
                    .hasSize(2)
                    .filteredOn(flag -> flag.undoneAt().isEmpty())
                    .containsExactly(first);
        }
    }

    @Test
    void flagThatOneInstanceTookBackAndRaisedAgainStands() {
        a.shares();
        b.shares();
        JdbcFlagStore flags = new JdbcFlagStore(a.own());
        Flag first = flags.add(flag(1, "1001"));
        a.tells();
        b.hears();

        flags.undo(first.id(), "1001", NOW.plusSeconds(5));
        Flag again = flags.add(flag(1, "1001"));
        a.tells();
        a.hears();
        b.hears();

        for (Node node : List.of(a, b)) {
            assertThat(new JdbcFlagStore(node.own()).of(Calls.id(1)))
                    .hasSize(2)
                    .filteredOn(flag -> flag.undoneAt().isEmpty())
                    .containsExactly(again);
            assertThat(rows(node.own(), "select undone_at from flags where undone_at is not null"))
                    .containsExactly(Map.of("undone_at", NOW.plusSeconds(5).toEpochMilli()));
        }
        assertThat(rows(a.record(), "select id from flags where undone_at is null"))
                .containsExactly(Map.of("id", again.id()));
    }

    @Test
    void entriesOfOneMarkBecomeOne() {
        a.shares();
        b.shares();
        ListEntry first = new JdbcListStore(a.own())
                .keepOnce(block("+8613800138000"), "LADDER 1", NOW)
                .entry();
        new JdbcListStore(b.own()).keepOnce(block("+8613800138000"), "LADDER 1", NOW);
        b.tells();
        a.tells();
        a.hears();
        b.hears();

        for (Database each : List.of(a.own(), b.own(), a.record())) {
            assertThat(rows(each, "select id from list_entries")).hasSize(1);
            assertThat(new JdbcListStore(each).find(first.id())).contains(first);
        }
        assertThat(b.taken.getLast().rows()).extracting(SharedRow::ref).contains("2000000001");
    }

    @Test
    void rowThatTheRecordCanNeverHoldIsPutAsideAndTheOthersArrive() {
        a.shares();
        a.tells();
        server.run(database, "alter table calls add constraint odd check (line <> '666')");
        for (int n = 1; n <= 9; n++) {
            screened(a, Calls.screened(n));
        }
        a.own()
                .writeNow(connection -> connection
                        .sql("update calls set line = '666' where seq = 5")
                        .update());

        a.tells();

        assertThat(rows(a.record(), "select id from calls")).hasSize(8);
        assertThat(a.meters.counter("quell.shared.refused", "to", "postgres").count())
                .isEqualTo(1);
        assertThat(a.shipper.fault()).isEmpty();
    }

    @Test
    void whatBindsDoesNotWaitForTheCallsBeforeIt() {
        a.shares().tells();
        b.shares().hears();
        for (int n = 1; n <= 2_001; n++) {
            screened(a, Calls.screened(n));
        }
        entry(a, 1);

        a.shipper.turn();
        b.hears();

        assertThat(a.outbox.lag(Destinations.POSTGRES).rows()).isEqualTo(2);
        assertThat(patterns(b.own())).hasSize(1);
        a.tells();
        b.hears();
        assertThat(b.taken).as("told twice, taken once").hasSize(1);
        assertThat(rows(a.record(), "select id from calls")).hasSize(2_001);
    }

    @Test
    void slowRecordIsToldFewerRowsAtATime() {
        HikariConfig config = Node.config(server, database);
        config.setJdbcUrl(config.getJdbcUrl().replace("socketTimeout=3", "socketTimeout=1"));
        try (Node slow =
                new Node("slow", directory.resolve("slow"), config).shares().tells()) {
            server.run(database, """
                    create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.02); return new; end $$""");
            server.run(database, "create trigger slowly before insert on calls for each row execute function slowly()");
            for (int n = 1; n <= 100; n++) {
                screened(slow, Calls.screened(n));
            }

            for (int turn = 0; turn < 15; turn++) {
                slow.shipper.turn();
            }

            assertThat(slow.outbox.lag(Destinations.POSTGRES).rows()).isZero();
        }
    }

    @Test
    void fullDiskThereStopsNothingHere() {
        a.shares();
        a.tells();
        server.run(database, """
                create function full_disk() returns trigger language plpgsql as
                    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$""");
        server.run(
                database, "create trigger full_disk before insert on calls for each row execute function full_disk()");
        screened(a, Calls.screened(1));

        a.shipper.turn();

        assertThat(a.shipper.fault()).isEqualTo("its disk is full; make room there (ERROR: could not extend file)");
        assertThat(a.outbox.lag(Destinations.POSTGRES).rows()).isEqualTo(1);

        server.run(database, "drop trigger full_disk on calls");
        a.tells();

        assertThat(call(1)).containsEntry("action", "DETER");
        assertThat(a.shipper.fault()).isEmpty();
    }

    @Test
    void recordThatWasSetBackIsToldEverythingAgain() {
        a.shares();
        screened(a, Calls.screened(1));
        new JdbcFlagStore(a.own()).add(flag(1, "1001"));
        a.tells();
        server.run(database, "truncate calls, flags, changes");
        server.run(database, "update instances set place = 0");
        a.close();
        a = node("a").shares();

        a.tells();

        assertThat(call(1)).containsEntry("action", "DETER");
        assertThat(rows(a.record(), "select * from flags")).hasSize(1);
    }

    private void entry(Node node, int n) {
        new JdbcListStore(node.own()).keep(block("+861380013800" + n), NOW);
    }

    private static List<Map<String, Object>> patterns(Database database) {
        return rows(database, "select pattern from list_entries order by pattern");
    }

    @Test
    void recordThatLostItsLastRowsIsNoticedByWhoTellsTheNextOne() {
        a.shares();
        entry(a, 1);
        a.tells();
        long kept = (Long)
                rows(a.record(), "select place from instances").getFirst().get("place");
        entry(a, 2);
        a.tells();
        server.run(database, "delete from list_entries where pattern like '%2'");
        server.run(database, "update instances set place = " + kept);

        entry(a, 3);
        a.tells();
        assertThat(a.shipper.fault()).isEqualTo("it was set back: it lacks what it had confirmed");
        a.tells();

        assertThat(a.shipper.fault()).isEmpty();
        assertThat(patterns(a.record())).hasSize(3).isEqualTo(patterns(a.own()));
    }

    @Test
    void recordThatLostItsLastRowsIsNoticedByWhoHasNothingToTell() {
        a.shares();
        entry(a, 1);
        a.tells();
        server.run(database, "truncate list_entries, instances");

        int turns = 0;
        while (a.shipper.fault().isEmpty() && turns < 200) {
            a.shipper.turn();
            turns++;
        }
        assertThat(turns).isBetween(80, 100);
        assertThat(a.shipper.fault()).isEqualTo("it was set back: it lacks what it had confirmed");
        a.tells();

        assertThat(a.shipper.fault()).isEmpty();
        assertThat(patterns(a.record())).hasSize(1);
    }

    @Test
    void recordThatWasSetBackAndWentOnPastTheMarkIsReadAsAWhole() {
        a.shares();
        b.shares();
        for (int n = 1; n <= 3; n++) {
            entry(a, n);
        }
        a.tells();
        b.hears();
        server.run(database, "delete from changes where place > 1");
        server.run(database, "update changes_head set place = 1");
        try (Node c = node("c").shares()) {
            for (int n = 4; n <= 7; n++) {
                entry(c, n);
            }
            c.tells();
        }

        b.hears();

        assertThat(patterns(b.own())).hasSize(7);
    }

    @Test
    void rowThatIsPutAsideLastIsNotTakenForARecordThatWasSetBack() {
        a.shares();
        a.tells();
        server.run(database, "alter table calls add constraint odd check (line <> '666')");
        screened(a, Calls.screened(1));
        a.own()
                .writeNow(connection ->
                        connection.sql("update calls set line = '666'").update());
        a.tells();
        assertThat(a.meters.counter("quell.shared.refused", "to", "postgres").count())
                .isEqualTo(1);

        entry(a, 1);
        a.tells();

        assertThat(a.shipper.fault()).isEmpty();
        assertThat(patterns(a.record())).hasSize(1);
        assertThat(rows(a.record(), "select place from instances"))
                .containsExactly(Map.of("place", a.sharing.confirmed(Destinations.POSTGRES)));
    }

    @Test
    void ownDatabaseThatWasSetBackGetsAnotherNumber() {
        a.shares();
        screened(a, Calls.screened(1));
        a.tells();
        server.run(database, "update instances set place = 1000");
        a.close();
        a = node("a").shares();

        a.tells();

        assertThat(a.keeper.number()).isEqualTo(2);
        assertThat(new JdbcFlagStore(a.own()).add(flag(2, "1001")).id()).isEqualTo(2_000_000_001L);
    }
}
