package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A blocked caller passes with the one header that says an emergency centre calls back: however the header is written, and whatever else is sent. */
@InWorld("headers")
class HeadersIT {

    private static final String CALLBACK = "Priority: psap-callback";

    static Stream<Arguments> found() {
        return Stream.of(
                Arguments.of("alone", new String[] {CALLBACK}),
                Arguments.of("in other letters", new String[] {"pRIORITY: psap-callback"}),
                Arguments.of("first of two", new String[] {CALLBACK, "Priority: normal"}),
                Arguments.of("after 1,200 characters of names", after(names(60))),
                Arguments.of("after a header of 4,200 letters", after("X-Long: " + "x".repeat(4200))),
                Arguments.of("after names with an exclamation mark", after("X!Priority!Y: 1", "X!: 1")));
    }

    static Stream<Arguments> notFound() {
        return Stream.of(
                Arguments.of("not there", new String[] {"User-Agent: phone"}),
                Arguments.of("another name that ends like it", new String[] {"X-Priority: psap-callback"}),
                Arguments.of("a name that holds it", new String[] {"X!Priority!Y: psap-callback"}),
                Arguments.of("second of two", new String[] {"Priority: normal", CALLBACK}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("found")
    void passesWith(String what, String[] headers, Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(scene.blockedCaller().with(headers)).answered(SOON);
        agent.talks(1, SOON);
        caller.sends(ofSeconds(2));
        caller.hangUp();
        LogRow row = scene.log().ended(1);
        assertThat(row.applied()).isEqualTo("PASS");
        scene.saw("%s, %s", what, row);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notFound")
    void isDeterredWith(String what, String[] headers, Scene scene) {
        Caller caller = scene.call(scene.blockedCaller().with(headers)).answered(SOON);
        caller.sends(ofSeconds(2));
        caller.hangUp();
        LogRow row = scene.log().ended(1);
        assertThat(row.applied()).isEqualTo("DETER");
        scene.saw("%s, %s", what, row);
    }

    private static String[] after(String... headers) {
        return Stream.concat(Stream.of(headers), Stream.of(CALLBACK)).toArray(String[]::new);
    }

    private static String[] names(int count) {
        return IntStream.range(0, count)
                .mapToObj("X-Of-Many-Headers-%02d: 1"::formatted)
                .toArray(String[]::new);
    }
}
