package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallId;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flags.Destination;
import dev.quell.share.Errands;
import dev.quell.share.Lease;
import dev.quell.share.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three instances share their leases and errands; two of them have a link to the one Asterisk. */
class SharedCallRedirectorTest {

    private static final CallId CALL = new CallId("pbx-1", "1763800000.1");
    private static final String CHANNEL = "PJSIP/carrier-00000001";
    private static final String AGENT = "PJSIP/1001";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private volatile String peer = "PJSIP/1001-00000001";
    private final FakeAmi asterisk = new FakeAmi();
    private final List<AsteriskLinks> started = new ArrayList<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, Function<String, Optional<String>>> workers = new HashMap<>();
    private final SharedCallRedirector one = instance("one", Map.of("pbx-1", asterisk.port()));
    private final SharedCallRedirector two = instance("two", Map.of("pbx-1", asterisk.port()));
    private final SharedCallRedirector without = instance("without", Map.of());

    @BeforeEach
    void up() {
        asterisk.answer(
                "Getvar",
                a -> FakeAmi.success("Variable: x\nValue: "
                        + switch (a.get("variable")) {
                            case "QUELL_ID" -> CALL.linkedId();
                            case "BRIDGEPEER" -> peer;
                            default -> "1";
                        }));
        asterisk.answer("Redirect", a -> FakeAmi.success("Message: Redirect successful"));
        for (AsteriskLinks links : started.subList(0, 2)) {
            await().until(() -> links.find("pbx-1").orElseThrow().state().connected());
        }
    }

    @AfterEach
    void stop() {
        started.forEach(AsteriskLinks::stop);
        asterisk.close();
    }

    @Test
    void oneOfTwoInstancesActs() {
        assertThat(one.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.MOVED);
        assertThat(two.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.UNDER_WAY);
        assertThat(asterisk.received("Redirect")).hasSize(1);
    }

    @Test
    void aMoveThatFailedLeavesTheLeaseToTheNext() {
        asterisk.answer("Redirect", a -> FakeAmi.error("Redirect failed"));
        assertThat(one.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.FAILED);
        asterisk.answer("Redirect", a -> FakeAmi.success("Message: Redirect successful"));
        assertThat(two.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.MOVED);
    }

    @Test
    void anInstanceWithoutALinkHasOneOfTheOthersDoIt() {
        assertThat(without.move(CALL, CHANNEL, AGENT, Destination.LISTEN)).isEqualTo(Moved.MOVED);
        assertThat(asterisk.received("Redirect")).hasSize(1);
        assertThat(asterisk.received("Redirect").getFirst()).containsEntry("exten", "listen");
    }

    @Test
    void theOneThatIsAskedLooksWhetherTheAgentHasTheCallerStill() {
        peer = "PJSIP/1002-00000001";
        assertThat(without.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.ELSEWHERE);
        assertThat(asterisk.received("Redirect")).isEmpty();
        assertThat(holders).isEmpty();
        assertThat(without.move(CALL, CHANNEL, "crm", Destination.DETER)).isEqualTo(Moved.MOVED);
    }

    @Test
    void nobodyReachesTheAsterisk() {
        CallId elsewhere = new CallId("pbx-9", "1763800000.1");
        assertThat(without.move(elsewhere, CHANNEL, AGENT, Destination.LISTEN)).isEqualTo(Moved.FAILED);
        assertThat(holders).isEmpty();
    }

    @Test
    void anErrandThatIsNoneIsLeftAlone() {
        assertThat(workers.get("one").apply("pbx-1 1763800000.1 PJSIP/a-1 HANGUP"))
                .isEmpty();
        assertThat(workers.get("one").apply("pbx-1 1763800000.1 PJSIP/a\r\nAction: Originate DETER"))
                .isEmpty();
        assertThat(asterisk.received("Getvar")).noneMatch(action -> action.containsKey("channel"));
    }

    private SharedCallRedirector instance(String name, Map<String, Integer> servers) {
        AsteriskLinks links = Settings.links(servers, Clock.systemUTC());
        links.start();
        started.add(links);
        return new SharedCallRedirector(
                new AmiCallRedirector(links, PATIENCE), new SharedLeases(name), new SharedErrands(name), PATIENCE);
    }

    private final class SharedLeases implements Leases {
        private final String me;

        SharedLeases(String me) {
            this.me = me;
        }

        @Override
        public Optional<Lease> take(String name, Duration term) {
            return holders.merge(name, me, (holder, asking) -> holder).equals(me)
                    ? Optional.of(new Lease(name, 1, Instant.MAX))
                    : Optional.empty();
        }

        @Override
        public void giveBack(Lease lease) {
            holders.remove(lease.name(), me);
        }
    }

    private final class SharedErrands implements Errands {
        private final String me;

        SharedErrands(String me) {
            this.me = me;
        }

        @Override
        public CompletableFuture<Optional<String>> ask(String kind, String what, Duration patience) {
            List<String> answers = workers.entrySet().stream()
                    .filter(worker -> !worker.getKey().equals(me))
                    .flatMap(worker -> worker.getValue().apply(what).stream())
                    .toList();
            return CompletableFuture.completedFuture(answers.stream().findFirst());
        }

        @Override
        public void serve(String kind, Function<String, Optional<String>> worker) {
            workers.put(me, worker);
        }
    }
}
