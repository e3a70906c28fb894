package dev.quell.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PageTest {
    private static List<LoggedCall> at(long... millis) {
        return LongStream.of(millis).mapToObj(PageTest::call).toList();
    }

    private static LoggedCall call(long millis) {
        return new LoggedCall(
                new CallId("pbx", millis + ".1"),
                Instant.ofEpochMilli(millis),
                new CallerNumber.Withheld(),
                "",
                "4001",
                "standard",
                "carrier",
                "NONE",
                "",
                Optional.empty(),
                Action.PASS,
                "",
                "",
                Optional.empty(),
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                HangupSide.UNKNOWN,
                OptionalLong.empty(),
                "",
                "",
                CallOutcome.UNKNOWN,
                "");
    }

    @Test
    void fewerThanAskedForAreTheLastPage() {
        Page page = Page.cut(at(5, 4), 3);

        assertThat(page.calls()).hasSize(2);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void theLastMomentIsLeftToTheNextPageWhole() {
        Page page = Page.cut(at(5, 4, 3, 3), 4);

        assertThat(page.calls())
                .extracting(LoggedCall::arrivedAt)
                .containsExactly(Instant.ofEpochMilli(5), Instant.ofEpochMilli(4));
        assertThat(page.next()).contains(Instant.ofEpochMilli(4));
    }

    @Test
    void aPageOfOneMomentAloneEndsWithinIt() {
        Page page = Page.cut(at(3, 3), 2);

        assertThat(page.calls()).hasSize(2);
        assertThat(page.next()).contains(Instant.ofEpochMilli(3));
    }
}
