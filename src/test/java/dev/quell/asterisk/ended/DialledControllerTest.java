package dev.quell.asterisk.ended;

import static org.hamcrest.Matchers.startsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.NumberReader;
import dev.quell.known.KnownCallers;
import dev.quell.testing.ShippedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DialledControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final CallerNumber CALLED = new CallerNumber.E164("+8613800138000");

    private final KnownCallers known = mock(KnownCallers.class);
    private final InstallationToken token = InstallationToken.passing();
    private MockMvc mvc;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ToldDesk desk = new ToldDesk(new Peers(List.of("127.0.0.1")), token, new SimpleMeterRegistry(), clock);
        NumberReader numbers = new NumberReader(ShippedSettings.of("quell.call", CallSettings.class));
        DialledController controller = new DialledController(desk, numbers, known, clock);
        mvc = MockMvcBuilders.standaloneSetup(new Object())
                .addFilters(new ToldFilter(List.of(controller), desk, new ToldRoom(1, new SimpleMeterRegistry())))
                .build();
    }

    private ResultActions tell(String form) throws Exception {
        return mvc.perform(post("/asterisk/v1/dialled")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(form));
    }

    @Test
    void numberThatWasCalledIsKnownFromItsOwnMoment() throws Exception {
        tell("t=" + token.reveal() + "&srv=pbx&num=13800138000&at="
                        + NOW.minusSeconds(60).getEpochSecond())
                .andExpect(status().isOk())
                .andExpect(content().string("OK"));

        verify(known).dialled(CALLED, "pbx", NOW.minusSeconds(60));
    }

    @Test
    void momentInTheFutureCountsAsNow() throws Exception {
        tell("t=" + token.reveal() + "&srv=pbx&num=%2B8613800138000&at="
                        + NOW.plusSeconds(60).getEpochSecond())
                .andExpect(status().isOk());

        verify(known).dialled(CALLED, "pbx", NOW);
    }

    @Test
    void numberThatIsNoneIsRefused() throws Exception {
        tell("t=" + token.reveal() + "&srv=pbx&num=0")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(startsWith("REFUSED: num is no number of the public network")));

        verify(known, never()).dialled(any(), any(), any());
    }

    @Test
    void strangerMakesNobodyKnown() throws Exception {
        tell("t=wrong-token-0123456789&srv=pbx&num=13800138000").andExpect(status().isForbidden());

        verify(known, never()).dialled(any(), any(), any());
    }
}
