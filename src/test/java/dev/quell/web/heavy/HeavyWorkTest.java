package dev.quell.web.heavy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.ProblemWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class HeavyWorkTest {
    private final HeavyWork work = new HeavyWork(new ProblemWriter(JsonMapper.shared()));
    private final List<MockHttpServletRequest> running = new ArrayList<>();

    private MockHttpServletResponse ask(String method, String path, String format) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (!format.isEmpty()) {
            request.setParameter("format", format);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        if (work.preHandle(request, response, this)) {
            running.add(request);
        }
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /reports/report.pdf, '', 2",
        "GET, /reports/sent/17/report.pdf, '', 2",
        "GET, /api/v1/reports, pdf, 2",
        "GET, /api/v1/reports, PDF, 2",
        "GET, /api/v1/reports/sent/17, pdf, 2",
        "GET, /api/v1/%72eports, pdf, 2",
        "GET, /reports/%72eport.pdf, '', 2",
        "PUT, /api/v1/prompts/zh/hello, '', 4",
        "PUT, /api/v1/%70rompts/zh/hello, '', 4",
        "GET, /api/v1/prompts/zh/hello, '', 4",
        "GET, /treatments/audio, '', 4"
    })
    void aFewRunAtOnceAndTheNextComesAgain(String method, String path, String format, int most) throws IOException {
        for (int i = 0; i < most; i++) {
            assertThat(ask(method, path, format).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse beyond = ask(method, path, format);
        assertThat(beyond.getStatus()).isEqualTo(503);
        assertThat(beyond.getHeader("Retry-After")).isEqualTo("5");
        assertThat(running).hasSize(most);

        work.afterCompletion(running.getFirst(), new MockHttpServletResponse(), this, null);
        work.afterCompletion(running.getFirst(), new MockHttpServletResponse(), this, null);
        assertThat(ask(method, path, format).getStatus()).isEqualTo(200);
        assertThat(ask(method, path, format).getStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /reports/report.csv, ''",
        "GET, /reports, ''",
        "GET, /api/v1/reports, json",
        "GET, /api/v1/reports, ''",
        "GET, /api/v1/prompts, ''",
        "POST, /api/v1/prompts/zh/hello/back, ''",
        "POST, /api/v1/screen, ''"
    })
    void allOthersRunAsManyAsCome(String method, String path, String format) throws IOException {
        for (int i = 0; i < 50; i++) {
            assertThat(ask(method, path, format).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void reportsDoNotWaitForRecordings() throws IOException {
        for (int i = 0; i <= HeavyWork.RECORDINGS; i++) {
            ask("GET", "/treatments/audio", "");
        }
        assertThat(ask("GET", "/api/v1/prompts/en/hello", "").getContentAsString())
                .contains("come again in 5 s");
        assertThat(ask("GET", "/reports/report.pdf", "").getStatus()).isEqualTo(200);
    }
}
