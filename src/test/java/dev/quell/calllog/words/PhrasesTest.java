package dev.quell.calllog.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Language;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    static Stream<String> keys() {
        return Phrases.in(Language.ENGLISH).keys().stream();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Phrases.in(Language.CHINESE).keys())
                .hasSizeGreaterThan(100)
                .isEqualTo(Phrases.in(Language.ENGLISH).keys());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theSamePlacesInBothLanguages(String key) {
        assertThat(places(Language.CHINESE, key)).containsExactlyInAnyOrderElementsOf(places(Language.ENGLISH, key));
    }

    private static List<String> places(Language language, String key) {
        String text = Phrases.in(language).say(key, "{0}", "{1}", "{2}", "{3}");
        return PLACE.matcher(text).results().map(MatchResult::group).toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordThatACallCanHaveIsKnown(Language language) {
        Phrases phrases = Phrases.in(language);
        for (Action action : Action.values()) {
            assertThat(phrases.say("action", action)).isNotBlank();
        }
        for (CallClass kind : CallClass.values()) {
            assertThat(phrases.say("class", kind)).startsWith(kind.name());
        }
        for (CallOutcome outcome : CallOutcome.values()) {
            assertThat(phrases.say("outcome", outcome)).startsWith(outcome.name());
        }
        for (Conduct conduct : Conduct.values()) {
            assertThat(phrases.say("conduct", conduct)).isNotBlank().doesNotContain("_");
        }
        for (WayStep step : WayStep.values()) {
            assertThat(phrases.say("way", step)).isNotBlank().doesNotContain("_");
        }
    }

    @Test
    void anUnknownPhraseIsAFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrases.in(Language.CHINESE).say("label.nothing"))
                .withMessage("there is no phrase label.nothing in CHINESE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pressed a key                                        | 按了键
            45 seconds with an agent and speech                  | 与坐席通话45秒并说了话
            1 second with an agent, packets came and no speech   | 与坐席通话1秒，收到数据包但无人说话
            caller hung up 3 s after answer                      | 接通3秒后主叫挂断
            with an agent for less than 8 s, or not known how long | 与坐席通话不足8秒，或时长不明
            a reason of a later Quell                            | a reason of a later Quell
            """)
    void whyAnOutcomeIsWhatItIsInChinese(String english, String chinese) {
        assertThat(BecauseWords.of(english, Language.CHINESE)).isEqualTo(chinese);
        assertThat(BecauseWords.of(english, Language.ENGLISH)).isEqualTo(english);
    }

    @Test
    void manySecondsAreToldAsPeopleSayThem() {
        String kept = "395 seconds with an agent and speech";

        assertThat(BecauseWords.of(kept, Language.CHINESE)).isEqualTo("与坐席通话6分35秒并说了话");
        assertThat(BecauseWords.of(kept, Language.ENGLISH)).isEqualTo("6 min 35 s with an agent and speech");
    }
}
