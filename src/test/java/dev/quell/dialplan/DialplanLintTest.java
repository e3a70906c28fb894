package dev.quell.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DialplanLintTest {

    private static final Path DIALPLAN = Path.of("dialplan");
    private static final PromptRule PROMPTS = new PromptRule(DIALPLAN.resolve("sounds"));

    static Stream<LintRule> rules() {
        return Stream.of(
                new CallerTextRule(),
                new PatternRule(),
                PROMPTS,
                new WayRule(),
                new GuardRule(),
                new SemicolonRule(),
                new BreakerRule(),
                new KeptRule(),
                new HeaderRule(),
                new TargetRule());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ourDialplanKeepsTheRule(LintRule rule) throws IOException {
        List<DialplanLine> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(DIALPLAN)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .toList()) {
                lines.addAll(DialplanLine.read(file));
            }
        }
        assertThat(lines).hasSizeGreaterThan(200);
        assertThat(rule.violations(lines)).isEmpty();
    }

    @Test
    void theExampleTakesNoOpenPattern() throws IOException {
        assertThat(new PatternRule().violations(DialplanLine.read(DIALPLAN.resolve("examples/extensions.conf"))))
                .isEmpty();
    }

    static Stream<Arguments> badSamples() {
        LintRule text = new CallerTextRule();
        return Stream.of(
                Arguments.of(text, "exten => s,1,Set(X=${CALLERID(num)})"),
                Arguments.of(text, "exten => s,1,Set(X=${FILTER(0-9,${CALLERID(num)})})"),
                Arguments.of(text, "exten => s,1,Set(X=${BASE64_ENCODE(${CALLERID(name)})})"),
                Arguments.of(text, "exten => s,1,Set(X=${PJSIP_HEADER(read,From)})"),
                Arguments.of(text, "exten => s,1,Set(X=${PJSIP_HEADERS()})"),
                Arguments.of(text, "exten => s,1,Set(X=${FILTER(A-Z,${REPLACE(PJSIP_HEADERS():0:1024,\\\\x29,!)})})"),
                Arguments.of(
                        text,
                        "exten => s,1,Set(X=${BASE64_ENCODE(.${REPLACE(${IF($[${FIELDNUM(QUELL_NAMES,!,To)} > 0]"
                                + "?PJSIP_HEADER(read,From):QUELL_NONE)}:0:95,\\\\x29,])})})"),
                Arguments.of(text, "exten => s,1,AGI(${QUELL_AGI}/screen,ua=${QUELL_UA})"),
                Arguments.of(text, "exten => s,1,GotoIf($[\"${QUELL_PAI}\" = \"1\"]?x)"),
                Arguments.of(text, "exten => s,1,Set(X=${BASE64_ENCODE(${QUELL_FROM})})"),
                Arguments.of(text, "exten => s,1,Set(X=${REPLACE(PJSIP_HEADER(read,From):0:768,\\\\x29,])})"),
                Arguments.of(text, "exten => s,1,Set(X=${LEN(${REPLACE(CALLERID(num):0:768,\\\\x29,])})})"),
                Arguments.of(text, "exten => s,1,Goto(${EXTEN},1)"),
                Arguments.of(text, "exten => s,1,Set(X=${MEMBERINTERFACE})"),
                Arguments.of(text, "exten => s,1,Set(X=${SHELL(id)})"),
                Arguments.of(text, "exten => s,1,Set(X=${${IF($[1]?CALLERID:LEN)}(num)})"),
                Arguments.of(text, "exten => s,1,Set(QUELL_UA=${PJSIP_HEADER(read,User-Agent):0:384})"),
                Arguments.of(text, "exten => s,1,Set(QUELL_UA=${REPLACE(PJSIP_HEADER(read,User-Agent):0:384,x,y)})"),
                Arguments.of(new PatternRule(), "exten => _.,1,Hangup()"),
                Arguments.of(new PatternRule(), "exten => _X.,1,Hangup()"),
                Arguments.of(new PatternRule(), "exten => _+86X!,1,Hangup()"),
                Arguments.of(PROMPTS, "exten => s,1,Gosub(quell-say,s,1(no-such-prompt))"),
                Arguments.of(PROMPTS, "exten => s,1,Playback(quell/no-such-prompt)"),
                Arguments.of(PROMPTS, "periodic-announce = quell/no-such-prompt"),
                Arguments.of(new WayRule(), "exten => s,1,Set(QUELL_WAY=${QUELL_WAY}-VANISHED)"),
                Arguments.of(new WayRule(), "exten => s,1,Set(QUELL_WHY=UNSCREENED_BROKEN)"),
                Arguments.of(new WayRule(), "exten => s,1,Set(V=${REGEX(\"^v1:(PASS|SHOUT)$\" ${QUELL})})"),
                Arguments.of(
                        new GuardRule(), "exten => s,1,Gosub(quell-guard,s,1)\n same => n,AGI(${QUELL_AGI}/screen,v1)"),
                Arguments.of(
                        new GuardRule(),
                        "exten => T,1,Hangup()\nexten => s,1,NoOp()\n same => n,AGI(${QUELL_AGI}/screen,v1)"),
                Arguments.of(new GuardRule(), "exten => s,1,Gosub(quell-unguard,s,1)"),
                Arguments.of(new SemicolonRule(), "exten => s,1,Log(WARNING,one; two)"),
                Arguments.of(
                        new BreakerRule(),
                        "exten => s,1,GotoIf($[${GLOBAL(QUELL_SKIP_UNTIL_${QUELL_AT})} > ${EPOCH}]?x)"),
                Arguments.of(
                        new KeptRule(),
                        "exten => s,1,Set(GLOBAL(QUELL_KEPT_ANY)=yes)\n same => n,Set(DB(quell-ended/1)=x)"),
                Arguments.of(
                        new KeptRule(),
                        "exten => s,1,ExecIf($[0${DB_KEYCOUNT(quell-ended)} = 0]?Set(GLOBAL(QUELL_KEPT_ANY)=no))"),
                Arguments.of(
                        new HeaderRule(),
                        "exten => s,1,Set(X=${FIELDNUM(QUELL_NAMES,!,Priority)})\n same => n,Set(QUELL_NAMES=To!Privacy)"),
                Arguments.of(new TargetRule(), "exten => s,1,Gosub(quell-nowhere,s,1)"),
                Arguments.of(new TargetRule(), "exten => s,1,GotoIf($[1]?quell-test,x,1)"));
    }

    @ParameterizedTest
    @MethodSource("badSamples")
    void eachRuleFailsOnABadSample(LintRule rule, String sample) {
        assertThat(rule.violations(DialplanLine.parse("bad.conf", "[quell-test]\n" + sample)))
                .hasSize(rule == PROMPTS ? 10 : 1)
                .allSatisfy(violation -> assertThat(violation).startsWith("bad.conf:"));
    }

    @Test
    void aPromptThatLacksOneFormatIsFound(@TempDir Path sounds) throws IOException {
        for (String language : List.of("en", "zh")) {
            Files.createDirectories(sounds.resolve(language).resolve("quell"));
            for (String format : List.of("wav", "sln16", "alaw", "ulaw", "g722")) {
                Files.writeString(sounds.resolve(language + "/quell/sit." + format), "x");
            }
        }
        List<DialplanLine> line = DialplanLine.parse("a.conf", "[c]\nexten => s,1,Playback(quell/sit)");
        assertThat(new PromptRule(sounds).violations(line)).isEmpty();
        Files.writeString(sounds.resolve("zh/quell/sit.g722"), "");
        assertThat(new PromptRule(sounds).violations(line))
                .containsExactly("a.conf:2 exten => s,1,Playback(quell/sit): there is no zh/quell/sit.g722");
    }

    @Test
    void theCaseNumberNamesAllTenDigits() {
        assertThat(PromptRule.named("Playback(quell/digits/${QUELL_CASE:0:1})"))
                .hasSize(10)
                .contains("digits/0", "digits/9");
    }
}
