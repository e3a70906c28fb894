package dev.quell.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class StreamsTest {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final Map<String, String> standings = new ConcurrentHashMap<>();
    private final AtomicReference<Object> mark = new AtomicReference<>("a");
    private final AtomicInteger looks = new AtomicInteger();
    private final Streams streams =
            new Streams(this::look, name -> standings.getOrDefault(name, ""), clock, new SimpleMeterRegistry());
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void start() {
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    private Marks look() {
        looks.incrementAndGet();
        return new Marks(mark.get(), Map.of(), agent -> "");
    }

    private final class Opened {
        private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/now/stream");
        private final MockHttpServletResponse response = new MockHttpServletResponse();

        Opened(MockHttpSession of) throws IOException {
            this(of, "somebody" + of.getId());
        }

        Opened(MockHttpSession of, String account) throws IOException {
            this(of, account, Map.of());
        }

        Opened(MockHttpSession of, String account, Map<String, String> query) throws IOException {
            query.forEach(request::setParameter);
            request.setSession(of);
            request.setAsyncSupported(true);
            request.setRemoteUser(account);
            streams.open(request, response, Marks::all, PACE);
        }

        String text() {
            try {
                return response.getContentAsString();
            } catch (UnsupportedEncodingException e) {
                throw new AssertionError(e);
            }
        }

        void awaitText(String text) {
            await().untilAsserted(() -> assertThat(text()).isEqualTo(text));
        }
    }

    @Test
    void aPageIsToldOfChangesAtItsPaceAndOfNothingEveryFiveSeconds() throws IOException {
        Opened page = new Opened(session);
        assertThat(page.response.getContentType()).isEqualTo("text/event-stream;charset=UTF-8");
        assertThat(page.response.getHeader("Cache-Control")).isEqualTo("no-store");

        mark.set("b");
        clock.advance(Duration.ofMillis(1_999));
        streams.round();
        page.awaitText("retry: 3000\n\n");
        clock.advance(Duration.ofMillis(1));
        streams.round();
        page.awaitText("retry: 3000\n\nevent: change\ndata: \n\n");
        clock.advance(Duration.ofMillis(4_999));
        streams.round();
        page.awaitText("retry: 3000\n\nevent: change\ndata: \n\n");
        clock.advance(Duration.ofMillis(1));
        streams.round();
        page.awaitText("retry: 3000\n\nevent: change\ndata: \n\nevent: beat\ndata: \n\n");
    }

    /** Otherwise a page would be told by beats that it shows what is, for as long as the clock was ahead. */
    @Test
    void aClockThatIsSetBackStopsNoPage() throws IOException {
        Opened before = new Opened(session);
        streams.round();
        clock.advance(Duration.ofHours(-2));
        streams.round();
        await().until(() -> completed(before));

        Opened after = new Opened(session);
        mark.set("b");
        clock.advance(PACE);
        streams.round();

        after.awaitText("retry: 3000\n\nevent: change\ndata: \n\n");
    }

    @Test
    void aStreamEndsWithItsSession() throws IOException {
        Opened page = new Opened(session);
        Opened other = new Opened(new MockHttpSession());
        assertThat(streams.size()).isEqualTo(2);

        session.invalidate();

        assertThat(streams.size()).isEqualTo(1);
        assertThat(completed(page)).isTrue();
        assertThat(completed(other)).isFalse();
    }

    @Test
    void aStreamEndsWhenItsAccountMaySeeSomethingElse() throws IOException {
        Opened page = new Opened(session, "li.na");
        Opened other = new Opened(new MockHttpSession(), "wang.wei");
        streams.round();
        assertThat(completed(page)).isFalse();

        standings.put("li.na", "without a role");
        streams.round();

        await().until(() -> completed(page));
        assertThat(completed(other)).isFalse();
        assertThat(streams.size()).isEqualTo(1);

        Opened again = new Opened(session, "li.na");
        streams.round();
        assertThat(completed(again)).isFalse();
    }

    @Test
    void aStreamEndsAfterFiveMinutes() throws IOException {
        Opened page = new Opened(session);
        clock.advance(Duration.ofMinutes(5));
        streams.round();
        assertThat(completed(page)).isFalse();

        await().until(() -> page.text().endsWith("event: beat\ndata: \n\n"));
        clock.advance(Duration.ofMillis(1));
        streams.round();

        await().until(() -> completed(page));
        assertThat(streams.size()).isZero();
    }

    @Test
    void aSessionHasFourStreamsAtMostAndItsOldestMakesRoom() throws IOException {
        Opened first = new Opened(session);
        Opened second = new Opened(session);
        for (int i = 2; i < Streams.MOST_OF_SESSION; i++) {
            new Opened(session);
        }
        assertThat(completed(first)).isFalse();

        for (int keys = 1; keys <= 2; keys++) {
            assertThat(new Opened(session).response.getStatus()).isEqualTo(200);
            assertThat(streams.size()).isEqualTo(Streams.MOST_OF_SESSION);
        }

        assertThat(completed(first)).isTrue();
        assertThat(completed(second)).isTrue();
    }

    @Test
    void aPageTakesThePlaceOfTheOneBeforeInItsWindowAndOfNoOther() throws IOException {
        Opened other = new Opened(session, "li", Map.of("page", "other"));
        Opened before = new Opened(session, "li", Map.of("page", "before"));
        Opened strange = new Opened(new MockHttpSession(), "li", Map.of("page", "before"));

        Opened after = new Opened(session, "li", Map.of("page", "after", "instead", "before"));

        assertThat(completed(before)).isTrue();
        assertThat(completed(other)).isFalse();
        assertThat(completed(strange)).as("of another session").isFalse();
        assertThat(completed(after)).isFalse();
        assertThat(streams.size()).isEqualTo(3);
    }

    @Test
    void anAccountHasTwelveStreamsAtMostHoweverOftenItSignsIn() throws IOException {
        for (int i = 0; i < Streams.MOST_OF_ACCOUNT; i++) {
            assertThat(new Opened(new MockHttpSession(), "li").response.getStatus())
                    .isEqualTo(200);
        }

        Opened refused = new Opened(new MockHttpSession(), "li");
        assertThat(refused.response.getStatus()).isEqualTo(503);
        assertThat(refused.response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(new Opened(new MockHttpSession(), "wang").response.getStatus())
                .isEqualTo(200);
    }

    @Test
    void oneLookARoundIsForAllPages() throws IOException {
        for (int i = 0; i < 100; i++) {
            Opened page = new Opened(new MockHttpSession());
            assertThat(page.response.getStatus()).isEqualTo(200);
        }
        assertThat(looks).hasValue(1);

        mark.set("b");
        clock.advance(PACE);
        streams.round();

        assertThat(looks).hasValue(2);
    }

    @Test
    void aConnectionThatBreaksWhileItIsWrittenToIsCompletedBeforeTheServerGoesOn() throws IOException {
        Opened page = new Opened(session);
        MockAsyncContext context = (MockAsyncContext) page.request.getAsyncContext();

        for (AsyncListener listener : context.getListeners()) {
            listener.onError(new AsyncEvent(context, new IOException("Connection reset by peer")));
        }

        assertThat(completed(page)).isTrue();
        assertThat(streams.size()).isZero();
    }

    @Test
    void aStopEndsAllAndTakesNoMore() throws IOException {
        Opened page = new Opened(session);

        streams.stop();

        assertThat(completed(page)).isTrue();
        assertThat(new Opened(session).response.getStatus()).isEqualTo(503);
    }

    @Test
    void aMarkThatFailsEndsItsOwnStreamAlone() throws IOException {
        Opened page = new Opened(session);
        mark.set(new Object() {
            @Override
            public boolean equals(Object other) {
                throw new IllegalStateException("cannot be compared");
            }

            @Override
            public int hashCode() {
                return 0;
            }
        });
        clock.advance(Duration.ofSeconds(2));

        streams.round();

        assertThat(completed(page)).isTrue();
        assertThat(streams.isRunning()).isTrue();
    }

    private static boolean completed(Opened page) {
        return !page.request.isAsyncStarted();
    }
}
