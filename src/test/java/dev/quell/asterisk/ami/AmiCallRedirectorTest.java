package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.asterisk.ami.book.CallBook;
import dev.quell.asterisk.ami.stream.AmiEvent.AgentConnected;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelBorn;
import dev.quell.asterisk.ami.stream.ReceivedEvent;
import dev.quell.call.CallId;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flags.Destination;
import dev.quell.testing.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmiCallRedirectorTest {

    private static final CallId CALL = new CallId("pbx", "1763800000.1");
    private static final String CHANNEL = "PJSIP/carrier-00000001";

    private static final String AGENT = "PJSIP/1001";

    private final FakeAmi asterisk = new FakeAmi();
    private final AsteriskLinks links = Settings.links(Map.of("pbx", asterisk.port()), Clock.systemUTC());
    private final AmiCallRedirector redirector = new AmiCallRedirector(links, Patience.LONG);

    @BeforeEach
    void up() {
        asterisk.answer("Getvar", a -> variable(a.get("variable"), "1763800000.1", "1"));
        asterisk.answer("Redirect", a -> FakeAmi.success("Message: Redirect successful"));
        links.start();
        await().until(() -> links.find("pbx").orElseThrow().state().connected());
    }

    private static String variable(String name, String id, String exists) {
        return variable(name, id, exists, "PJSIP/1001-0000002a");
    }

    private static String variable(String name, String id, String exists, String peer) {
        return FakeAmi.success("Variable: " + name + "\nValue: "
                + switch (name) {
                    case "QUELL_ID" -> id;
                    case "BRIDGEPEER" -> peer;
                    case "CHANNEL(linkedid)" -> "1763700000.1";
                    case "DIALPLAN_EXISTS(quell-moved,listen,1)", "DIALPLAN_EXISTS(quell-moved,deter,1)" -> exists;
                    default -> "";
                });
    }

    @AfterEach
    void stop() {
        links.stop();
        asterisk.close();
    }

    @ParameterizedTest
    @CsvSource({"LISTEN, listen", "DETER, deter"})
    void callerIsMovedToTheDestinationsExtension(Destination to, String extension) {
        assertThat(redirector.move(CALL, CHANNEL, AGENT, to)).isEqualTo(Moved.MOVED);
        assertThat(asterisk.received("Redirect")).hasSize(1);
        assertThat(asterisk.received("Redirect").getFirst())
                .containsEntry("channel", CHANNEL)
                .containsEntry("context", "quell-moved")
                .containsEntry("exten", extension)
                .containsEntry("priority", "1");
    }

    @Test
    void channelNameThatBelongsToAnotherCallByNowIsLeftAlone() {
        asterisk.answer("Getvar", a -> variable(a.get("variable"), "1763800099.1", "1"));
        assertThat(redirector.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.GONE);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }

    @Test
    void callerIsNotMovedToAPlaceThatTheDialplanLacks() {
        asterisk.answer("Getvar", a -> variable(a.get("variable"), "1763800000.1", "0"));
        assertThat(redirector.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.FAILED);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PJSIP/1001, PJSIP/1001-0000002a, MOVED",
        "PJSIP/1001, 'PJSIP/trunk-1,PJSIP/1001-0000002a', MOVED",
        "PJSIP/1001, PJSIP/1002-0000002a, ELSEWHERE",
        "PJSIP/1001, PJSIP/10011-0000002a, ELSEWHERE",
        "PJSIP/1001, '', ELSEWHERE",
        "Local/1001@agents, PJSIP/1001-0000002a, MOVED",
        "Local/1001@agents, '', ELSEWHERE",
        "crm, PJSIP/1002-0000002a, MOVED",
        "crm, '', MOVED"
    })
    void onlyTheAgentsOwnCallerIsMoved(String agent, String peer, Moved moved) {
        asterisk.answer("Getvar", a -> variable(a.get("variable"), "1763800000.1", "1", peer));
        assertThat(redirector.move(CALL, CHANNEL, agent, Destination.DETER)).isEqualTo(moved);
        assertThat(asterisk.received("Redirect")).hasSize(moved == Moved.MOVED ? 1 : 0);
    }

    @Test
    void whoTheEventsSayTalksWithAnotherIsNotMoved() {
        CallBook book = links.find("pbx").orElseThrow().book();
        Instant at = Clock.systemUTC().instant();
        book.apply(new ReceivedEvent(new ChannelBorn("1763800000.1", "1763800000.1", CHANNEL), at));
        book.apply(new ReceivedEvent(new AgentConnected("1763800000.1", "support", "Local/1002@agents"), at));

        assertThat(redirector.move(CALL, CHANNEL, "Local/1001@agents", Destination.DETER))
                .isEqualTo(Moved.ELSEWHERE);
        assertThat(redirector.move(CALL, CHANNEL, "Local/1002@agents", Destination.DETER))
                .isEqualTo(Moved.MOVED);
    }

    @Test
    void channelThatIsGoneIsGone() {
        asterisk.answer("Getvar", a -> FakeAmi.error("No such channel"));
        assertThat(redirector.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.GONE);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }

    @Test
    void refusalsAreFailures() {
        asterisk.answer("Redirect", a -> FakeAmi.error("Redirect failed"));
        assertThat(redirector.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.FAILED);
        asterisk.answer("Getvar", a -> FakeAmi.error("Permission denied"));
        assertThat(redirector.move(CALL, CHANNEL, AGENT, Destination.DETER)).isEqualTo(Moved.FAILED);
        assertThat(asterisk.received("Redirect")).hasSize(1);
    }

    @Test
    void answerThatStaysAwayIsAFailure() {
        asterisk.answer("Redirect", a -> null);
        AmiCallRedirector hasty = new AmiCallRedirector(links, Duration.ofMillis(300));
        assertThat(hasty.move(CALL, CHANNEL, AGENT, Destination.LISTEN)).isEqualTo(Moved.FAILED);
    }

    @Test
    void serverThatIsNotThereIsAFailure() {
        assertThat(redirector.move(new CallId("other", "1.1"), CHANNEL, AGENT, Destination.LISTEN))
                .isEqualTo(Moved.FAILED);
        asterisk.goAway();
        await().until(() -> !links.find("pbx").orElseThrow().state().connected());
        assertThat(redirector.move(CALL, CHANNEL, AGENT, Destination.LISTEN)).isEqualTo(Moved.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"'PJSIP/a-1\r\nAction: Originate'", "''", "'PJSIP/a b-1'"})
    void textThatIsNoChannelNameIsNeverSent(String channel) {
        int before = asterisk.received("Getvar").size();
        assertThat(redirector.move(CALL, channel, AGENT, Destination.DETER)).isEqualTo(Moved.FAILED);
        assertThat(asterisk.received("Getvar")).hasSize(before);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }
}
