package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallId;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flags.Destination;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmiCallRedirectorTest {

    private static final CallId CALL = new CallId("pbx", "1763800000.1");
    private static final String CHANNEL = "PJSIP/carrier-00000001";

    private final FakeAmi asterisk = new FakeAmi();
    private final AsteriskLinks links = Settings.links(Map.of("pbx", asterisk.port()), Clock.systemUTC());
    private final AmiCallRedirector redirector = new AmiCallRedirector(links, Duration.ofMillis(300));

    @BeforeEach
    void up() {
        asterisk.answer("Getvar", a -> variable(a.get("variable"), "1763800000.1", "1"));
        asterisk.answer("Redirect", a -> FakeAmi.success("Message: Redirect successful"));
        links.start();
        await().until(() -> links.find("pbx").orElseThrow().state().connected());
    }

    private static String variable(String name, String id, String exists) {
        return FakeAmi.success("Variable: " + name + "\nValue: "
                + switch (name) {
                    case "QUELL_ID" -> id;
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
        assertThat(redirector.move(CALL, CHANNEL, to)).isEqualTo(Moved.MOVED);
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
        assertThat(redirector.move(CALL, CHANNEL, Destination.DETER)).isEqualTo(Moved.GONE);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }

    @Test
    void callerIsNotMovedToAPlaceThatTheDialplanLacks() {
        asterisk.answer("Getvar", a -> variable(a.get("variable"), "1763800000.1", "0"));
        assertThat(redirector.move(CALL, CHANNEL, Destination.DETER)).isEqualTo(Moved.FAILED);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }

    @Test
    void channelThatIsGoneIsGone() {
        asterisk.answer("Getvar", a -> FakeAmi.error("No such channel"));
        assertThat(redirector.move(CALL, CHANNEL, Destination.DETER)).isEqualTo(Moved.GONE);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }

    @Test
    void refusalsAreFailures() {
        asterisk.answer("Redirect", a -> FakeAmi.error("Redirect failed"));
        assertThat(redirector.move(CALL, CHANNEL, Destination.DETER)).isEqualTo(Moved.FAILED);
        asterisk.answer("Getvar", a -> FakeAmi.error("Permission denied"));
        assertThat(redirector.move(CALL, CHANNEL, Destination.DETER)).isEqualTo(Moved.FAILED);
        assertThat(asterisk.received("Redirect")).hasSize(1);
    }

    @Test
    void answerThatStaysAwayIsAFailure() {
        asterisk.answer("Redirect", a -> null);
        assertThat(redirector.move(CALL, CHANNEL, Destination.LISTEN)).isEqualTo(Moved.FAILED);
    }

    @Test
    void serverThatIsNotThereIsAFailure() {
        assertThat(redirector.move(new CallId("other", "1.1"), CHANNEL, Destination.LISTEN))
                .isEqualTo(Moved.FAILED);
        asterisk.goAway();
        await().until(() -> !links.find("pbx").orElseThrow().state().connected());
        assertThat(redirector.move(CALL, CHANNEL, Destination.LISTEN)).isEqualTo(Moved.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"'PJSIP/a-1\r\nAction: Originate'", "''", "'PJSIP/a b-1'"})
    void textThatIsNoChannelNameIsNeverSent(String channel) {
        int before = asterisk.received("Getvar").size();
        assertThat(redirector.move(CALL, channel, Destination.DETER)).isEqualTo(Moved.FAILED);
        assertThat(asterisk.received("Getvar")).hasSize(before);
        assertThat(asterisk.received("Redirect")).isEmpty();
    }
}
