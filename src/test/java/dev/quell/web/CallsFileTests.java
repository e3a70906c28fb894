package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.LoggedCall;
import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A file of calls that could not be written whole does not look whole, and is never gathered in memory. */
@DirtiesContext
class CallsFileTests extends RunningService {

    @MockitoSpyBean
    CallLog log;

    private CallPage page() {
        CallScreened call = call(CallBuilder.aCall().from("+8613900139071"));
        LoggedCall logged = log.find(call.call().id()).orElseThrow();
        return new CallPage(
                Collections.nCopies(1000, logged),
                Optional.empty(),
                Optional.of(new CallCursor(CallCursor.Way.OLDER, Instant.EPOCH, logged.id())));
    }

    private void fileOf(CallPage first) {
        CallPage last = new CallPage(List.of(), Optional.empty(), Optional.empty());
        doReturn(first).doReturn(last).when(log).search(any());
    }

    @Test
    void whatFailsAfterItsBeginBreaksOff() {
        CallPage first = page();
        doReturn(first)
                .doThrow(new IllegalStateException("the disk is gone"))
                .when(log)
                .search(any());

        assertThatThrownBy(() -> get("/api/v1/calls?format=csv"))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whatFailsBeforeItsBeginIsAProblemAndNoFile() {
        doThrow(new IllegalStateException("the disk is gone")).when(log).search(any());

        HttpResponse<String> failed = get("/api/v1/calls?format=csv");

        assertProblem(failed, 500, "its log says why");
        assertThat(failed.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "Text/CSV",
                "text/csv;charset=utf-8",
                "text/csv;q=0.9",
                "text/csv, application/json;q=0.5",
                "text/csv, */*;q=0.1"
            })
    void whoPrefersAFileGetsOneAsItIsRead(String accept) {
        fileOf(page());

        HttpResponse<String> file =
                send("GET", "/api/v1/calls", null, "Authorization", "Bearer " + TOKEN, "Accept", accept);

        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Length")).isEmpty();
        assertThat(file.body().lines()).hasSize(1001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/json, text/csv", "text/*;q=0.1, application/json"})
    void whoPrefersAPageGetsOne(String accept) {
        HttpResponse<String> page =
                send("GET", "/api/v1/calls?limit=1", null, "Authorization", "Bearer " + TOKEN, "Accept", accept);

        assertThat(page.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void aFileIsWrittenAsItIsReadHoweverItsParameterIsSpelt() {
        fileOf(page());

        HttpResponse<String> file = get("/api/v1/calls?f%6Frmat=csv");

        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Length")).isEmpty();
    }
}
