package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;

import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.LoggedCall;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.Role;
import dev.quell.testing.CallBuilder;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Files of calls that fail while they are written: whoever takes one is told by a connection that breaks off. */
class BrokenFileTests extends RunningService {
    private static final String PASSWORD = "four words that fit";

    @MockitoSpyBean
    CallLog log;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @BeforeEach
    void theLogFailsBehindTheFirstPage() {
        call(CallBuilder.aCall());
        LoggedCall one = log.search(new CallLog.Query(
                        CallFilter.builder(Instant.EPOCH, clock.instant().plusSeconds(9))
                                .build(),
                        Optional.empty(),
                        1))
                .calls()
                .getFirst();
        List<LoggedCall> many = Collections.nCopies(1000, one);
        CallPage first = new CallPage(
                many, Optional.empty(), Optional.of(new CallCursor(CallCursor.Way.OLDER, one.arrivedAt(), one.id())));
        doReturn(first)
                .doThrow(new IllegalStateException("the disk is gone"))
                .when(log)
                .search(any());
    }

    @AfterEach
    void theLogAnswersAgain() {
        reset(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void aFileOfThePageBreaksOff(String form) throws Exception {
        Instant now = clock.instant();
        accounts.add(new Account(
                "broken." + form,
                "Li",
                Set.of(Role.ADMIN),
                Optional.empty(),
                passwords.hash(PASSWORD),
                now,
                false,
                false,
                now,
                now));
        Browser browser = new Browser(port);
        assertThat(Browser.to(browser.signIn("broken." + form, PASSWORD))).isEqualTo("/now");

        assertThatThrownBy(() -> browser.get("/calls/export." + form)).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aFileOfTheInterfaceBreaksOff() {
        assertThatThrownBy(() -> get("/api/v1/calls?format=csv")).hasRootCauseInstanceOf(IOException.class);
    }
}
