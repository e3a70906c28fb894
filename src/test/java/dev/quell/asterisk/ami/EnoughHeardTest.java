package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.asterisk.ami.link.AsteriskLink;
import dev.quell.call.CallId;
import dev.quell.classifier.Action;
import dev.quell.screening.CallScreened;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnoughHeardTest {

    private static final String ID = "1763800000.1";
    private static final String CHANNEL = "PJSIP/carrier-00000001";
    private static final String OF_IT = "Channel: " + CHANNEL + "\nUniqueid: " + ID + "\nLinkedid: " + ID + "\n";

    private final FakeAmi asterisk = new FakeAmi();
    private final AsteriskLinks links = Settings.links(Map.of("pbx", asterisk.port()), Clock.systemUTC());
    private final EnoughHeard enough = new EnoughHeard(links);

    @BeforeEach
    void up() {
        asterisk.answer("Setvar", a -> FakeAmi.success("Message: Variable Set"));
        links.start();
        AsteriskLink link = links.find("pbx").orElseThrow();
        await().until(() -> link.state().connected());
        asterisk.send("Event: Newchannel\n" + OF_IT + "\n");
        await().until(() -> link.book().size() == 1);
    }

    @AfterEach
    void stop() {
        links.stop();
        asterisk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, 128, pbx, 1",
        "TAG, 64, pbx, 1",
        "PASS, 0, pbx, 0",
        "LISTEN, 128, pbx, 0",
        "CHALLENGE, 128, pbx, 0",
        "DETER, 128, pbx, 0",
        "PASS, 128, elsewhere, 0"
    })
    void onlyOfACallThatGoesToAnAgentAsItIsNobodyNeedHearMore(Action applied, int threshold, String server, int told) {
        CallScreened screened = mock(CallScreened.class, RETURNS_DEEP_STUBS);
        when(screened.applied()).thenReturn(applied);
        when(screened.talkThreshold()).thenReturn(threshold);
        when(screened.call().id()).thenReturn(new CallId(server, ID));
        when(screened.call().channel()).thenReturn(CHANNEL);
        enough.screened(screened);

        AsteriskLink link = links.find("pbx").orElseThrow();
        int speech = 0;
        do {
            asterisk.send("Event: ChannelTalkingStop\n" + OF_IT + "Duration: 1500\n\n");
            assertThat(link.canaries().ask().join()).isTrue();
            speech++;
        } while (told == 0 && speech < 5);
        await().untilAsserted(() -> assertThat(asterisk.received("Setvar")).hasSize(told));
    }
}
