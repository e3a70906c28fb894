package dev.quell.asterisk.ended;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who gets a place and whose body is read. */
class ToldFilterTest {

    private static final String FLAG = "/asterisk/v1/flag";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ToldRoom room = new ToldRoom(1, meters);
    private final ToldFilter filter = new ToldFilter(
            List.of(() -> Map.of(FLAG, request -> ResponseEntity.ok(String.valueOf(ToldForm.asksUndo(request))))),
            new ToldDesk(new Peers(List.of("127.0.0.1")), InstallationToken.passing(), meters, Clock.systemUTC()),
            room);

    /** Takes note of whatever wants something of its body. */
    private static final class Posted extends MockHttpServletRequest {

        private final long length;
        private boolean read;

        Posted(String host, long length) {
            super("POST", FLAG);
            setRemoteAddr(host);
            this.length = length;
        }

        @Override
        public long getContentLengthLong() {
            return length;
        }

        @Override
        public String getParameter(String name) {
            read = true;
            return super.getParameter(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            read = true;
            return super.getParameterMap();
        }

        @Override
        public ServletInputStream getInputStream() {
            read = true;
            return super.getInputStream();
        }
    }

    private int status(Posted request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 16384, 200, true",
        "127.0.0.1, 16385, 413, false",
        "127.0.0.1, -1, 413, false",
        "192.0.2.7, 10, 403, false",
    })
    void onlyAPeersShortFormIsRead(String host, long length, int answer, boolean read) throws Exception {
        Posted posted = new Posted(host, length);

        assertThat(status(posted)).isEqualTo(answer);
        assertThat(posted.read).isEqualTo(read);
    }

    @Test
    void whoIsTurnedAwayWantsNoPlace() throws Exception {
        assertThat(room.enter()).isTrue();

        assertThat(status(new Posted("192.0.2.7", 10))).isEqualTo(403);
        assertThat(status(new Posted("127.0.0.1", 16_385))).isEqualTo(413);
        assertThat(status(new Posted("127.0.0.1", 10))).isEqualTo(503);

        assertThat(meters.get("quell.told.crowded").counter().count()).isEqualTo(1);
    }
}
