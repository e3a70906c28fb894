package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Caller numbers and names that were made to break something. Each call reaches an agent, and the log tells of it. Their world is
 * their own: after a forged event no silence of that moment is believed.
 */
@InWorld("hostile")
class HostileCallerIdIT {

    static Stream<Arguments> hostile() {
        return Stream.of(
                from("an agi header behind a line break", "<sip:139%0d%0aagi_network_script%3A%20listen@h.example>"),
                from("an answer to AGI behind a line break", "<sip:139%0aSET%20VARIABLE%20QUELL%20v1@h.example>"),
                from(
                        "an AMI event behind a line break",
                        "<sip:139%0d%0a%0d%0aEvent%3A%20ChannelTalkingStart%0d%0aChannel%3A%20x@h.example>"),
                from("a NUL", "<sip:139%0012345678@h.example>"),
                from("a dialplan expression", "\"${SHELL(id)}\" <sip:%24%7BSHELL(id)%7D@h.example>"),
                from("a dialplan expression with brackets", "\"$${1+1}\" <sip:%24%5B1+1%5D@h.example>"),
                from("quotes and commas", "\"a\\\"b,c\\\\\" <sip:%22,%27;%60@h.example>"),
                from("2,000 digits", "<sip:" + "139".repeat(667) + "@h.example>"),
                from("a name of 2,000 letters", "\"" + "x".repeat(2000) + "\" <sip:13900000000@h.example>"),
                from("Chinese", "\"张伟\" <sip:%E5%BC%A0%E4%BC%9F@h.example>"),
                from("marks that turn the writing round", "\"\u202Eevil\u202C\" <sip:%E2%80%AE139@h.example>"),
                from("bytes that are no UTF-8", "<sip:%FF%FE%80@h.example>"),
                from("markup", "\"<script>alert(1)</script>\" <sip:13900000001@h.example>"),
                from("a spreadsheet formula", "\"=HYPERLINK(1)\" <sip:=1+1@h.example>"),
                from("escape sequences", "\"\u001B]0;red\" <sip:%1B%5B31m@h.example>"),
                from("path and key characters", "<sip:..%2F..%2Fetc&t=x@h.example>"),
                from("an empty name and no number", "\"\" <sip:h.example>"),
                from("a number of blanks", "\" \" <sip:%20%20@h.example>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void reachesAnAgent(String what, String from, Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(World.freshNumber()).as(from)).answered(SOON);
        agent.talks(1, SOON);
        caller.sends(ofSeconds(3));
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).hasSize(1);
        assertThat(row.way().getFirst()).isIn("PASS", "TAG");
        assertThat(agent.rings(1, SOON))
                .matches("(\"[A-Za-z0-9 \\x80-\\xff]*\" ?)?<sip:(([0-9+]*|anonymous)@)?[a-z0-9.]+>.*");
        assertThat(row.text("callerName") + row.text("caller")).doesNotContainPattern("\\p{Cntrl}");
        assertThat(await("its verdict and its end in the service's log")
                        .atMost(SOON)
                        .until(() -> scene.quell().callLines(row.id()), lines -> lines.size() == 2))
                .allSatisfy(line -> assertThat(line).matches("[ -~]+"));
        scene.saw("caller %s; %s", row.text("caller"), row);
    }

    private static Arguments from(String what, String header) {
        return Arguments.of(what, header);
    }
}
