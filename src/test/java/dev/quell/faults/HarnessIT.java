package dev.quell.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.server.Standstill;
import dev.quell.faults.pbx.Conduct;
import dev.quell.faults.pbx.Trace;
import dev.quell.faults.world.Normal;
import dev.quell.faults.world.World;
import dev.quell.faults.world.WorldKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The audit of a round finds every loss: each is made on purpose, behind the service's back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class HarnessIT {

    private final Standstill machine = Standstill.watch();
    private World world;
    private Round round;
    private Script script;

    @BeforeAll
    void playARoundWithoutAFault() {
        world = World.start(WorldKind.SINGLE);
        round = new Round(Row.KILL, world, 1, 1);
        script = round.script();
        script.begin();
        await().atMost(Duration.ofSeconds(120)).until(() -> script.traces().size() > 60);
        script.goOn();
        script.end();
        round.tellTheRest(script);
        Normal.settled(world);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(wrong()).isEmpty());
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aCallThatIsNotThere() {
        Trace call = waiting(0);
        change("delete from calls where id = ?", call);
        assertThat(wrong()).contains("verdict lost: " + call);
    }

    @Test
    void aVerdictThatIsAnother() {
        Trace call = waiting(1);
        change("update calls set case_number = '00000000' where id = ?", call);
        assertThat(wrong()).anyMatch(found -> found.startsWith("verdict changed") && found.contains(id(call)));
    }

    @Test
    void anActionThatIsAnother() {
        Trace call = waiting(2);
        change("update calls set applied = 'DETER' where id = ?", call);
        assertThat(wrong()).anyMatch(found -> found.startsWith("verdict changed") && found.contains(id(call)));
    }

    @Test
    void anEndThatIsNotThere() {
        Trace call = waiting(3);
        change("update calls set ended_at = null where id = ?", call);
        assertThat(wrong()).contains("end lost: " + call);
    }

    @Test
    void anEndThatIsAnother() {
        Trace call = waiting(4);
        change("update calls set way = 'PASS-QUEUE' where id = ?", call);
        assertThat(wrong()).anyMatch(found -> found.startsWith("end changed: " + call));
    }

    @Test
    void aFlagThatIsNotThere() {
        Trace call = flagged(0);
        change("delete from flags where call_id = ?", call);
        assertThat(wrong()).anyMatch(found -> found.startsWith("flag lost") && found.endsWith(call.toString()));
    }

    @Test
    void aFlagThatIsThereTwice() {
        Trace call = flagged(1);
        change("drop index flags_standing");
        change(
                "insert into flags (call_id, caller, agent, reason, note, at) select call_id, caller, agent, reason, note, at"
                        + " from flags where call_id = ?",
                call);
        assertThat(wrong()).anyMatch(found -> found.startsWith("flag 2 times") && found.endsWith(call.toString()));
    }

    @Test
    void aBlockTooMany() {
        Trace call = flagged(2);
        change(
                "insert into list_entries (kind, pattern, reason, author, origin, created_at, expires_at, step)"
                        + " select 'BLOCK', caller, '', '', 'LADDER', arrived_at + 60000, null, 2 from calls where id = ?",
                call);
        assertThat(wrong())
                .anyMatch(found -> found.startsWith("strike twice")
                        && found.contains(call.call().number()));
    }

    @Test
    void aBlockThatIsNotThere() {
        Trace call = silent();
        change(
                "delete from list_entries where id = (select max(e.id) from list_entries e join calls c on c.caller = e.pattern"
                        + " where c.id = ?)",
                call);
        assertThat(wrong()).anyMatch(found -> found.startsWith("strike lost"));
    }

    @Test
    void aListChangeThatIsUndone() {
        String number = script.changes().blocked().getFirst();
        OptionalLong id = world.service().api().block(number, Duration.ofHours(1), "replaced");
        assertThat(world.service().api().unblock(id.orElseThrow())).isTrue();
        assertThat(wrong()).anyMatch(found -> found.startsWith("list change lost: " + number));
    }

    private List<String> wrong() {
        return round.audit(script, Duration.ZERO, Duration.ZERO, machine).wrong();
    }

    private Trace waiting(int n) {
        return script.traces().stream()
                .filter(trace -> trace.conduct() instanceof Conduct.Waits
                        && trace.verdict().isPresent())
                .skip(n)
                .findFirst()
                .orElseThrow();
    }

    private Trace flagged(int n) {
        return script.traces().stream()
                .filter(trace -> trace.flag().isPresent())
                .skip(n)
                .findFirst()
                .orElseThrow();
    }

    private Trace silent() {
        return script.strikers().values().stream()
                .filter(HarnessIT::toldAtOnce)
                .flatMap(List::stream)
                .filter(trace -> trace.way().equals("LISTEN-RELEASE") && trace.conduct() instanceof Conduct.SaysNothing)
                .findFirst()
                .orElseThrow();
    }

    /** Only then it is known how many blocks there must be; a busy machine may be late now and then. */
    private static boolean toldAtOnce(List<Trace> calls) {
        return calls.size() == 4
                && calls.stream()
                        .allMatch(call -> call.endToldAtOnce() && call.verdict().isPresent());
    }

    private static String id(Trace call) {
        return "pbx:" + call.call().id();
    }

    private void change(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + world.service().data().resolve("quell.db");
    }

    private void change(String sql, Trace call) {
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id(call));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
