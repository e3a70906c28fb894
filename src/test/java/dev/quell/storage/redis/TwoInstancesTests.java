package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.blocklist.BlockList;
import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.history.CallerHistory;
import dev.quell.history.KnownAs;
import dev.quell.history.PastCall;
import dev.quell.known.KnownCaller;
import dev.quell.known.KnownCallers;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import dev.quell.storage.Calls;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcRetention;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.outbox.SqliteOutbox;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Two whole instances with a database each and one Redis share one mind. */
@NeedsRedis
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesTests {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138077");

    @TempDir
    static Path folder;

    private static RedisServer redis;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void start() {
        redis = RedisServer.start(folder);
        first = Instances.start(folder.resolve("first"), redis.settings());
        second = Instances.start(folder.resolve("second"), redis.settings());
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        redis.close();
    }

    @BeforeEach
    void ready() {
        await().until(() -> shares(first) && shares(second));
    }

    private static long number(ConfigurableApplicationContext instance) {
        return instance.getBean(InstanceKeeper.class).number();
    }

    private static boolean shares(ConfigurableApplicationContext instance) {
        return !instance.getBean(RedisLink.class).away() && number(instance) > 0;
    }

    private static ListEntry block(ConfigurableApplicationContext on, CallerNumber caller) {
        return block(on, new ListPattern.Exact(caller));
    }

    private static ListEntry block(ConfigurableApplicationContext on, ListPattern pattern) {
        return on.getBean(BlockListService.class)
                .add(ListKind.BLOCK, pattern, "test", Optional.of(Instant.now().plus(Duration.ofDays(1))), "ann");
    }

    private static boolean blocked(ConfigurableApplicationContext on, CallerNumber caller) {
        return on.getBean(BlockList.class).match(caller, Instant.now()).isPresent();
    }

    private static void soon(Supplier<Boolean> holds) {
        await().pollInterval(Duration.ofMillis(5)).until(holds::get);
    }

    @Test
    @Order(1)
    void instancesHaveNumbersOfTheirOwn() {
        assertThat(number(first)).isPositive().isNotEqualTo(number(second));
        assertThat(number(second)).isBetween(1L, 8_000_000L);
    }

    @Test
    @Order(2)
    void blockMadeOnOneBindsOnTheOtherAndSoDoesItsEnd() {
        assertThat(blocked(second, CALLER)).isFalse();

        ListEntry entry = block(first, CALLER);
        soon(() -> blocked(second, CALLER));

        second.getBean(BlockListService.class).remove(entry.id(), "bob", "wrong number");
        soon(() -> !blocked(first, CALLER));
        assertThat(blocked(second, CALLER)).isFalse();
    }

    @Test
    @Order(2)
    void rangeMadeOnOneBindsOnTheOtherForItsNumbersAloneAndSoDoesItsEnd() {
        ListEntry entry = block(first, ListPattern.parse("+8675561230000-+8675561239998"));
        soon(() -> blocked(second, new CallerNumber.E164("+8675561239998")));
        assertThat(blocked(second, new CallerNumber.E164("+8675561239999"))).isFalse();
        assertThat(blocked(second, new CallerNumber.E164("+86755612300000"))).isFalse();

        second.getBean(BlockListService.class).remove(entry.id(), "bob", "wrong numbers");
        soon(() -> !blocked(first, new CallerNumber.E164("+8675561239998")));
    }

    /** As an instance of a newer version tells one. */
    @Test
    @Order(2)
    @ExtendWith(OutputCaptureExtension.class)
    void entryOfAnUnknownFormIsPassedOverWithALineInTheLogAndTheNextBinds(CapturedOutput output) {
        ListEntry known = block(first, new CallerNumber.E164("+8613800138081"));
        first.getBean(Database.class)
                .writeNow(connection -> connection
                        .sql(
                                "insert into list_entries (id, kind, pattern, reason, author, origin, created_at, expires_at, step)"
                                        + " select id + 100000, kind, '+86755612300??', reason, author, origin, created_at, expires_at, step"
                                        + " from list_entries where id = :id")
                        .param("id", known.id())
                        .update());
        block(first, ListPattern.parse("+8675561250000-+8675561259998"));

        soon(() -> blocked(second, new CallerNumber.E164("+8675561250001")));
        soon(() -> output.getAll().contains("ENTRY of another instance is passed over, as this version cannot"));
        assertThat(blocked(second, new CallerNumber.E164("+8613800138081"))).isTrue();
        first.getBean(Database.class)
                .writeNow(connection -> connection
                        .sql("delete from list_entries where id = :id + 100000")
                        .param("id", known.id())
                        .update());
    }

    /** As a replica in the place of a server that died may lack it. */
    @Test
    @Order(2)
    void tokenMadeOnOneOpensOnTheOtherAndIsClosedOnBothOnceRevoked() {
        Tokens here = first.getBean(Tokens.class);
        Tokens there = second.getBean(Tokens.class);
        Instant until = first.getBean(Clock.class).instant().plus(Duration.ofHours(1));
        Tokens.Made made = here.make("CRM", Set.of(Scope.SCREEN), until, "ann");
        soon(() -> there.person(made.text()).isPresent());

        there.revoke(made.token().id(), "bob");
        soon(() -> here.person(made.text()).isEmpty());
    }

    @Test
    @Order(2)
    void whoeverIsDisabledOnOneIsDisabledOnTheOtherAndBothKnowWhoDidIt() throws Exception {
        Staff here = first.getBean(Staff.class);
        here.add(
                "ann",
                new Staff.Change(
                        Optional.of("Ann"),
                        Optional.of(Set.of(Role.AUDITOR)),
                        Optional.empty(),
                        Optional.of("four words that fit"),
                        Optional.empty()));
        Accounts there = second.getBean(Accounts.class);
        soon(() -> there.find("ann").isPresent());

        here.change("ann", Staff.Change.disabled(true));
        soon(() -> there.find("ann").orElseThrow().disabled());
        soon(() -> second.getBean(AuditLog.class).page(AuditQuery.newest(9)).stream()
                .anyMatch(entry ->
                        entry.deed() == Deed.ACCOUNT_CHANGED && entry.subject().equals("ann")));
    }

    @Test
    @Order(2)
    void blockThatRedisConfirmedAndLostIsToldToItAgain() {
        ListEntry entry = block(first, new CallerNumber.E164("+8613800138079"));
        String row = "ENTRY:" + entry.id();
        soon(() -> redis.command("HEXISTS", Keys.PRESENT, row).equals(":1"));
        soon(() -> !lags(first));
        redis.command("HDEL", Keys.PRESENT, row);

        redis.command("CLIENT", "KILL", "TYPE", "normal");

        soon(() -> redis.command("HEXISTS", Keys.PRESENT, row).equals(":1"));
    }

    @Test
    @Order(2)
    void whatRetentionDeletesIsGoneFromRedisToo() {
        ListEntry entry = block(first, new CallerNumber.E164("+8613800138080"));
        String row = "ENTRY:" + entry.id();
        soon(() -> redis.command("HEXISTS", Keys.PRESENT, row).equals(":1"));

        int deleted = new JdbcRetention(first.getBean(Database.class))
                .entries(entry.expiresAt().orElseThrow().plusMillis(1));

        assertThat(deleted).isPositive();
        soon(() -> redis.command("HEXISTS", Keys.PRESENT, row).equals(":0"));
    }

    private static boolean lags(ConfigurableApplicationContext instance) {
        return instance.getBean(SqliteOutbox.class).lag(Destinations.REDIS).rows() > 0;
    }

    @Test
    @Order(3)
    void flagAndKnownCallerAreKnownToTheOther() {
        Instant now = Instant.now();
        first.getBean(FlagStore.class)
                .add(new Flag(0, Calls.id(1), CALLER, "PJSIP/1001", FlagReason.ABUSE, "", now, Optional.empty()));
        second.getBean(KnownCallers.class)
                .put(List.of(new KnownCaller(
                        CALLER, KnownAs.CUSTOMER, KnownCaller.Origin.API, "ann", now, Optional.empty())));

        soon(() -> !second.getBean(CallerHistory.class)
                .of(CALLER, Instant.now())
                .flags()
                .isEmpty());
        soon(() -> first.getBean(KnownCallers.class).as(CALLER, Instant.now()).contains(KnownAs.CUSTOMER));
    }

    @Test
    @Order(4)
    void callOfOneCountsForTheOtherOnceWhoeverTellsItsEnd() {
        Instant now = Instant.now();
        CallScreened call = Calls.screened(
                7, Calls.incoming(7, CALLER, now), Calls.screened(7).verdict());
        first.getBean(CallJournal.class).screened(call).join();
        CallJournal other = second.getBean(CallJournal.class);
        soon(() -> other.find(call.token()).isPresent());

        assertThat(other.concluded(Calls.concluded(other.find(call.token()).orElseThrow(), CallOutcome.SILENT))
                        .join())
                .isTrue();
        assertThat(first.getBean(CallJournal.class)
                        .concluded(Calls.concluded(call, CallOutcome.SILENT))
                        .join())
                .isFalse();

        soon(() -> outcomes(first).equals(List.of(CallOutcome.SILENT)));
        assertThat(outcomes(second)).containsExactly(CallOutcome.SILENT);
    }

    private static List<CallOutcome> outcomes(ConfigurableApplicationContext on) {
        return on.getBean(CallerHistory.class).of(CALLER, Instant.now().plusSeconds(60)).calls().stream()
                .map(PastCall::outcome)
                .toList();
    }

    @Test
    @Order(5)
    void whatChangedWhileRedisWasAwayBindsWhenItIsBack() {
        CallerNumber other = new CallerNumber.E164("+8613800138078");
        redis.kill();
        block(first, other);
        assertThat(blocked(first, other)).isTrue();
        assertThat(blocked(second, other)).isFalse();

        redis.restart();

        soon(() -> blocked(second, other));
    }

    @Test
    @Order(6)
    void emptiedRedisIsToldEverythingAgain() {
        assertThat(redis.command("FLUSHALL")).isEqualTo("+OK");
        try (ConfigurableApplicationContext third = Instances.start(folder.resolve("third"), redis.settings())) {
            soon(() -> blocked(third, new CallerNumber.E164("+8613800138078")));
            soon(() -> outcomes(third).equals(List.of(CallOutcome.SILENT)));
            assertThat(number(third)).isPositive().isNotIn(number(first), number(second));
        }
    }
}
