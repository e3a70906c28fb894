package dev.quell.reporting.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.reporting.sending.Post.Letter;
import dev.quell.reporting.sending.Post.Refusal;
import dev.quell.reporting.words.ReportText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostmanTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final ReportBook book = mock(ReportBook.class);
    private final Post post = mock(Post.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Postman postman = new Postman(book, post, meters, Clock.fixed(NOW, ZoneOffset.UTC));

    private static SentMail mail(String to, int tries) {
        return new SentMail(17, to, NOW, tries, Optional.of(NOW), Optional.empty(), "");
    }

    private void due(SentMail... mails) {
        when(book.due(any(), anyInt())).thenReturn(List.of(mails));
    }

    private double counted(String result) {
        return meters.counter("quell.reports.mails", "result", result).count();
    }

    @BeforeEach
    void keep() {
        when(book.claim(any(), any())).thenReturn(true);
        when(book.find(17))
                .thenReturn(Optional.of(new SentReport(
                        17, "lead", DAY, DAY, NOW, "en", new ReportText("Report", "yesterday", List.of()))));
        when(post.send(any())).thenReturn(Optional.empty());
    }

    @Test
    void whatTheServerTakesIsTaken() {
        SentMail mail = mail("lead@example.org", 0);
        due(mail);

        postman.round();

        verify(book).claim(mail, NOW.plus(Duration.ofMinutes(10)));
        verify(book).taken(mail, NOW);
        assertThat(counted("taken")).isEqualTo(1);
    }

    @Test
    void whatAnotherInstanceHasIsLeftToIt() {
        due(mail("lead@example.org", 0));
        when(book.claim(any(), any())).thenReturn(false);

        postman.round();

        verify(post, never()).send(any());
    }

    @ParameterizedTest
    @CsvSource({"0, PT1M", "1, PT5M", "2, PT15M", "3, PT1H", "4, PT3H", "5, PT8H", "6, PT24H"})
    void whatFailsIsTriedAgainAfterEverLongerWaits(int tries, Duration wait) {
        SentMail mail = mail("lead@example.org", tries);
        due(mail);
        when(post.send(any())).thenReturn(Optional.of(new Refusal("away", false)));

        postman.round();

        verify(book).failed(mail, "away", Optional.of(NOW.plus(wait)));
        assertThat(counted("failed")).isEqualTo(1);
    }

    @Test
    void afterTheEighthAttemptItIsGivenUp() {
        SentMail mail = mail("lead@example.org", 7);
        due(mail);
        when(post.send(any())).thenReturn(Optional.of(new Refusal("away", false)));

        postman.round();

        verify(book).failed(mail, "away", Optional.empty());
        assertThat(counted("given-up")).isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnceAndHoldsUpNobody() {
        SentMail none = mail("nobody@example.org", 0);
        SentMail lead = mail("lead@example.org", 0);
        due(none, lead);
        when(post.send(any()))
                .thenReturn(Optional.of(new Refusal("no such user", true)))
                .thenReturn(Optional.empty());

        postman.round();

        verify(book).failed(none, "no such user", Optional.empty());
        verify(book).taken(lead, NOW);
    }

    @Test
    void aServerThatFailsIsLeftAloneUntilTheNextRound() {
        due(mail("a@example.org", 0), mail("b@example.org", 0));
        when(post.send(any())).thenReturn(Optional.of(new Refusal("away", false)));

        postman.round();

        verify(post, times(1)).send(any());
    }

    @Test
    void aMailHasTheSameNameAtEachAttemptAndAnotherForOthersAndWhenItIsSentAgain() {
        List<String> names = new ArrayList<>();
        when(post.send(any())).thenAnswer(asked -> {
            names.add(asked.<Letter>getArgument(0).id());
            return Optional.empty();
        });
        SentMail later =
                new SentMail(17, "a@example.org", NOW.plusSeconds(1), 0, Optional.of(NOW), Optional.empty(), "");
        due(mail("a@example.org", 0), mail("a@example.org", 3), mail("b@example.org", 0), later);

        postman.round();

        assertThat(names.get(0)).isEqualTo(names.get(1)).matches("[a-z0-9-]+");
        assertThat(names.subList(1, 4)).doesNotHaveDuplicates();
    }
}
