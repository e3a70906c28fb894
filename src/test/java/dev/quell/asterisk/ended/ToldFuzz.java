package dev.quell.asterisk.ended;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.quell.asterisk.protocol.FlagRequest;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.call.CallEnded;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.NumberReader;
import dev.quell.flag.Flags;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.LogEar;
import dev.quell.screening.CallJournal;
import dev.quell.testing.ShippedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What the dialplan posts, first line {@code ended} or {@code flag} and then the form: an end within bounds, or a refusal in printable ASCII that nobody reads as OK. */
public final class ToldFuzz implements FuzzTarget {

    private final LogEar log = new LogEar();
    private final InstallationToken token = InstallationToken.passing();
    private final MockMvc mvc;

    public ToldFuzz() {
        CallJournal journal = mock(CallJournal.class, withSettings().stubOnly());
        Flags flags = mock(Flags.class, withSettings().stubOnly());
        Clock clock = Clock.systemUTC();
        ToldDesk desk = new ToldDesk(new Peers(List.of("127.0.0.1")), token, new SimpleMeterRegistry(), clock);
        NumberReader numbers = new NumberReader(ShippedSettings.of("quell.call", CallSettings.class));
        ToldController controller = new ToldController(
                desk, new EndedReader(clock), numbers, ToldFuzz::kept, new FlagRequest(journal, flags), flags);
        mvc = MockMvcBuilders.standaloneSetup(new Object())
                .addFilters(new ToldFilter(List.of(controller), desk, new ToldRoom(2, new SimpleMeterRegistry())))
                .build();
    }

    private static boolean kept(CallEnded end, CallerNumber caller, String line, String trunk) {
        Holds.that(!end.answered().isNegative(), "an answered time", end);
        Holds.that(end.answered().compareTo(Duration.ofDays(400_000)) < 0, "a bounded time", end);
        Holds.that(end.cause() >= 0 && end.cause() <= 999, "a cause", end);
        Holds.oneLine(end.agent(), 128);
        Holds.oneLine(end.queue(), 128);
        Holds.oneLine(end.channel(), 128);
        Holds.oneLine(line + trunk, 256);
        Holds.oneLine(caller.key(), 22);
        // What is kept is reckoned from the end: the arrival must have a place in the store.
        Holds.that(end.endedAt().minus(end.answered()).toEpochMilli() < Long.MAX_VALUE, "an arrival");
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes(
                        "ended\nsrv=pbx&id=1795338294.0&ch=PJSIP%2Ftrunk-00000000&c=&num=MTM4MDAxMzgwMDA%3D&line=12355&trunk=trunk"
                                + "&way=PASS&answered=2&agentsec=&side=caller&cause=16&rx=123&queue=support&agent=Local%2Falice%40agents&at=1795334400"),
                bytes("flag\nsrv=pbx&id=1.1&c=&agent=Local%2Falice%40agents&reason=3&at=1795338294"),
                bytes("flag\nundo=1&srv=pbx&agent=Local%2Falice%40agents"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "&srv=",
                "&way=LISTEN-PASS-QUEUE",
                "&answered=9999999999",
                "&at=9999999999",
                "&side=",
                "%00",
                "%0A",
                "%",
                "+",
                "&reason=%2B",
                "undo=",
                "&c=abcdefghijklmnopqrstuvwxyz");
    }

    @Override
    public void read(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = Math.max(0, text.indexOf('\n'));
        String what = text.substring(0, end).equals("flag") ? "flag" : "ended";
        byte[] form = ("t=" + token.reveal() + "&" + text.substring(end).strip()).getBytes(StandardCharsets.ISO_8859_1);
        MockHttpServletResponse answer = mvc.perform(post("/asterisk/v1/" + what)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(form))
                .andReturn()
                .getResponse();
        String body = answer.getContentAsString(StandardCharsets.ISO_8859_1);
        Holds.that(body.chars().allMatch(c -> c >= ' ' && c <= '~'), "printable ASCII", body);
        // The dialplan keeps the capitals of an answer only.
        String word = body.replaceAll("[^A-Z]", "");
        boolean good = List.of("OK", "UNDONE", "NOTHING").contains(word);
        Holds.that(good == (answer.getStatus() == 200), "only what was taken reads as taken", answer.getStatus(), body);
        Holds.that(good || word.startsWith("REFUSED"), "taken or refused, not to be told again for ever", body);
        log.check();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        log.close();
    }
}
