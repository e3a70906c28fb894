package dev.quell.asterisk.agi.incoming;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.CallSettings;
import dev.quell.call.CallSettings.PriorityPolicy;
import dev.quell.call.CallSettings.TrunkSettings;
import dev.quell.call.IncomingCall;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.testing.ShippedSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code screen} tells of a call, a pair a line: refused in one line, or a call none of whose texts can break out of a line or is too long. */
public final class ArgumentsFuzz implements FuzzTarget {

    private static final Set<String> RAW = Set.of("num", "name", "ua", "from", "pai", "prio");
    private static final Form FORM = new Form(
            Set.of("srv", "id", "ch"),
            Set.of("line", "trunk", "num", "name", "pres", "lang", "codec", "ua", "from", "pai", "div", "prio", "stir"),
            RAW);

    private final InstallationToken token = InstallationToken.passing();
    private final IncomingCalls calls = calls();

    private static IncomingCalls calls() {
        CallSettings shipped = ShippedSettings.of("quell.call", CallSettings.class);
        CallSettings settings = new CallSettings(
                "CN",
                Set.of(),
                Set.of(),
                Map.of("trunk", new TrunkSettings(true, PriorityPolicy.BELIEVED)),
                shipped.lines(),
                shipped.defaultLine());
        return new IncomingCalls(settings, new Lines(settings), new NumberReader(settings), Clock.systemUTC());
    }

    @Override
    public List<byte[]> seeds() {
        return List.of("""
                srv=pbx
                id=1795338360.3
                ch=PJSIP/trunk-00000001
                line=12300
                trunk=trunk
                num=13800138000
                name=王小明
                pres=allowed
                lang=zh
                codec=alaw
                ua=sandbox phone
                from="Me" <sip:13800138000@[2001:db8::1]:5060;x=y>;tag=1
                pai=<sip:+8613900139000@sip.example.org>, <tel:+861390>
                div=1
                prio=psap-callback
                stir=A:success""".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> words() {
        return List.of(
                "sip:",
                "sips:",
                "tel:",
                "<",
                ">",
                "@",
                "\"",
                ";tag=",
                "!name=",
                "!num=",
                "prohib",
                "A:",
                "passed",
                "mismatch",
                "İ");
    }

    @Override
    public void read(byte[] input) throws Exception {
        List<String> pairs = new ArrayList<>(List.of("t=" + token.reveal()));
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n")) {
            pairs.add(coded(line));
        }
        try {
            check(calls.of(Arguments.read(pairs, FORM, token)));
        } catch (RefusedException e) {
            Holds.that(e.getMessage().chars().allMatch(c -> c >= ' ' && c <= '~'), "printable ASCII", e.getMessage());
            Holds.that(
                    e.getMessage().length() < 600,
                    "a short refusal",
                    e.getMessage().length());
        }
    }

    /** A raw value as the dialplan codes it; a line that begins with an exclamation mark as it is. */
    private static String coded(String line) {
        int equals = line.indexOf('=');
        if (line.startsWith("!") || equals < 0 || !RAW.contains(line.substring(0, equals))) {
            return line.startsWith("!") ? line.substring(1) : line;
        }
        byte[] value = line.substring(equals + 1).replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        return line.substring(0, equals + 1) + Base64.getEncoder().encodeToString(value);
    }

    private static void check(IncomingCall call) {
        Holds.oneLine(call.name(), 80);
        Holds.oneLine(call.channel(), 128);
        Holds.oneLine(call.trunk(), 128);
        Holds.oneLine(call.language(), 16);
        Holds.oneLine(call.line().number(), 128);
        Holds.that(call.fingerprint().userAgent().matches("[A-Za-z0-9 ._/()+:-]{0,64}"), "a plain user agent");
        Holds.that(call.fingerprint().fromHost().matches("[a-z0-9.:-]{0,64}"), "a plain host");
        Holds.that(call.fingerprint().codec().length() <= 64, "a short codec");
        Holds.oneLine(call.caller().key(), 22);
        call.asserted().ifPresent(asserted -> Holds.oneLine(asserted.key(), 22));
    }
}
