package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.quell.call.LiveCall;
import dev.quell.call.LiveCalls;
import dev.quell.call.Switches;
import dev.quell.classifier.Action;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.Flags.Destination;
import dev.quell.screening.CallScreened;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Role;
import dev.quell.treatment.RunningDialogues;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** {@code /now} and {@code /agent} in a browser, with calls that come and go. */
class LiveIT extends BrowserIT {
    private static final String AGENT = "PJSIP/1001";

    @MockitoBean
    LiveCalls live;

    @MockitoBean
    Switches switches;

    @MockitoBean
    RunningDialogues dialogues;

    @Autowired
    Accounts accounts;

    @Autowired
    FlagStore flags;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Clock clock;

    @BeforeEach
    void quiet() throws Exception {
        when(switches.now())
                .thenReturn(List.of(new Switches.State(
                        "pbx", true, clock.instant(), "", "quell-deterrent", OptionalInt.of(8), OptionalInt.of(10))));
        when(dialogues.now()).thenReturn(Map.of());
        when(live.now()).thenReturn(List.of());
        when(redirector.move(any(), any(), any(), any())).thenReturn(Moved.MOVED);
        accounts.change(
                "agent",
                account -> account.as("Li Na", Set.of(Role.AGENT), Optional.of(AGENT), clock.instant()),
                (before, after) -> List.of());
    }

    private LiveCall lives(CallScreened call, String queue, String agent) {
        return new LiveCall(call.call().id(), call.call().channel(), clock.instant(), queue, agent, agent.isEmpty());
    }

    /** One of each stage, and all names that do harm. */
    private void busy() {
        CallScreened heard = scene.screen(Scene.SILENT, "");
        List<LiveCall> calls = new ArrayList<>(List.of(
                lives(scene.screen(Scene.BLOCKED, "Win a car"), "quell-deterrent", ""),
                lives(heard, "", ""),
                lives(scene.screen(Scene.ALLOWED, "Zhang Wei"), "support", AGENT),
                lives(scene.screen("withheld", ""), "support", "")));
        scene.screenOverRest("+8613800000097", "proxy's");
        Scene.HOSTILE.forEach(name -> calls.add(lives(scene.screen("+8613800000098", name), "support", "")));
        when(dialogues.now()).thenReturn(Map.of(heard.call().id(), Action.LISTEN));
        when(live.now()).thenReturn(calls);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, LIGHT, 1360, en",
        "zh-CN, LIGHT, 1360, zh",
        "en-GB, DARK, 1360, en-dark",
        "zh-CN, DARK, 400, zh-phone",
        "en-GB, LIGHT, 400, en-phone",
    })
    void pagesAreFaultless(String language, ColorScheme colours, int width, String name) {
        busy();
        Page page = browser.open(language, colours, width, false);
        browser.signIn(page, Role.ADMIN);
        shoot(page, "/now", "now-" + name, width);
        Page agents = browser.open(language, colours, width, false);
        browser.signIn(agents, Role.AGENT);
        shoot(agents, "/agent", "agent-" + name, width);
        when(live.now()).thenReturn(List.of());
        shoot(agents, "/agent?done=earlier", "agent-idle-" + name, width);
        shoot(page, "/agent", "agent-nobody-" + name, width);
        Page auditors = browser.open(language, colours, width, false);
        browser.signIn(auditors, Role.AUDITOR);
        busy();
        shoot(auditors, "/now", "now-auditor-" + name, width);
        shoot(auditors, "/calls/pbx:1763800000.6", "call-auditor-" + name, width);
        browser.assertFaultless();
    }

    private void shoot(Page page, String path, String name, int width) {
        browser.go(page, path);
        Browser.shoot(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits a width of %d", path, width)
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT", "zh-CN, DARK"})
    void pagesHaveNoSeriousBarrier(String language, ColorScheme colours) {
        busy();
        Page page = browser.open(language, colours, 1360, true);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/now");
        assertThat(Browser.barriers(page)).as("/now").isEmpty();
        browser.go(page, "/agent");
        assertThat(Browser.barriers(page)).as("/agent of nobody").isEmpty();
        Page agents = browser.open(language, colours, 400, true);
        browser.signIn(agents, Role.AGENT);
        browser.go(agents, "/agent");
        assertThat(Browser.barriers(agents)).as("/agent").isEmpty();
        Page auditors = browser.open(language, colours, 1360, true);
        browser.signIn(auditors, Role.AUDITOR);
        browser.go(auditors, "/calls/pbx:1763800000.6");
        assertThat(Browser.barriers(auditors)).as("a masked call").isEmpty();
    }

    @Test
    void thePageUpdatesByItself() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/now");
        page.waitForSelector("main:has(#again[hidden])");

        CallScreened call = scene.screen("+8613900000071", "x");
        when(live.now()).thenReturn(List.of(lives(call, "support", "")));
        page.waitForSelector("tr[data-row='" + call.call().id() + "'] .stage-queued");
        when(live.now()).thenReturn(List.of(lives(call, "support", AGENT)));
        page.waitForSelector("tr[data-row='" + call.call().id() + "'] .stage-agent");
        when(live.now()).thenReturn(List.of());
        page.waitForSelector("#calls:not(:has(tr[data-row='" + call.call().id() + "']))");

        assertThat(page.isVisible("#stale")).isFalse();
        browser.assertFaultless();
    }

    @Test
    void aPageThatHearsNothingSaysSoAndRecovers() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/now");
        page.route("**/*", Route::abort);
        streams.stop();

        page.waitForSelector("#stale:not([hidden])");
        page.waitForSelector("#again:not([hidden])");

        page.unroute("**/*");
        streams.start();
        page.waitForSelector("main:has(#stale[hidden])");
    }

    @Test
    void withoutAStreamThePageAsksNowAndThen() {
        Page page = stopped();
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/now");
        streams.stop();
        try {
            // At once: to have heard nothing for long takes time, and none passes.
            page.waitForSelector("#stale:not([hidden])");
            CallScreened call = scene.screen("+8613900000072", "x");
            when(live.now()).thenReturn(List.of(lives(call, "support", "")));
            page.clock().runFor(10_000);
            page.waitForSelector("tr[data-row='" + call.call().id() + "']");
        } finally {
            streams.start();
        }
    }

    @Test
    void signingOutEndsTheOtherPagesToo() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        browser.signIn(page, Role.ADMIN);
        browser.go(page, "/now");
        Page other = page.context().newPage();
        browser.go(other, "/test");

        other.click(".tools details.menu summary");
        other.click("form[action='/logout'] button");

        page.waitForURL(url -> url.contains("/login"));
    }

    @Test
    void anAgentFlagsByAKeyTheCallThatIsShown() {
        CallScreened call = scene.screen("+8613900000073", "Zhang");
        Page page = atTheCall(call);
        assertThat(page.url()).endsWith("/agent");
        assertThat(page.textContent("main")).contains("+86•••••073").doesNotContain("13900000073");

        page.keyboard().press("4");
        page.waitForURL(url -> url.endsWith("?done=kept"));

        assertThat(flags.of(call.call().id()))
                .singleElement()
                .satisfies(flag -> assertThat(flag.reason()).isEqualTo(FlagReason.SALES));
        page.keyboard().press("u");
        page.waitForURL(url -> url.endsWith("?done=undone"));
        assertThat(flags.of(call.call().id()).getFirst().undoneAt()).isPresent();
        verify(redirector, never()).move(any(), any(), any(), any());
        browser.assertFaultless();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, en, +8613900000091", "zh-CN, zh, +8613900000092"})
    void besideASoftphoneTheCallItsReasonsTheFlagsAndTheirUndoAreOnOneScreen(
            String language, String name, String number) {
        for (int i = 0; i < 5; i++) {
            scene.silent(number);
        }
        CallScreened call = scene.screen(number, "Zhang");
        when(live.now()).thenReturn(List.of(lives(call, "support", AGENT)));
        Page page = browser.open(language, ColorScheme.LIGHT, 360, false);
        page.setViewportSize(360, 640);
        browser.signIn(page, Role.AGENT);
        page.waitForSelector("#flag-1:enabled");
        page.waitForSelector(".mine .reasons");
        assertThat(bottom(page, "#flag-5")).isLessThanOrEqualTo(640);

        page.keyboard().press("1");
        page.waitForURL(url -> url.endsWith("?done=kept"));
        Browser.shoot(page, "agent-narrow-" + name);
        assertThat(bottom(page, "#flag-5")).isLessThanOrEqualTo(640);
        assertThat(bottom(page, "#undo-now")).isLessThanOrEqualTo(640);
        page.click("#undo-now");
        page.waitForURL(url -> url.endsWith("?done=undone"));
        assertThat(flags.of(call.call().id()).getFirst().undoneAt()).isPresent();
        browser.assertFaultless();
    }

    @Test
    void whoeverPressesKeysQuicklyHasOneStreamAndIsToldAtOnceWhenTheCallerHasLeft() {
        CallScreened call = scene.screen("+8613900000079", "Zhang");
        when(live.now()).thenReturn(List.of(lives(call, "support", AGENT)));
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        List<Integer> answers = new ArrayList<>();
        page.onResponse(answer -> {
            if (answer.url().contains("/agent/stream")) {
                answers.add(answer.status());
            }
        });
        browser.signIn(page, Role.AGENT);
        page.waitForCondition(() -> answers.size() == 1);

        IntStream.rangeClosed(2, 7).forEach(pages -> {
            browser.go(page, "/agent");
            page.waitForCondition(() -> answers.size() == pages);
        });
        assertThat(answers).hasSize(7).containsOnly(200);
        assertThat(streams()).isOne();

        when(live.now()).thenReturn(List.of());
        page.waitForSelector("#mine:not(:has-text('on your line'))");
        assertThat(answers).as("told by the stream that it had").hasSize(7);
        assertThat(page.isVisible("#stale")).isFalse();
        browser.assertFaultless();
    }

    private int streams() {
        return (int) meters.get("quell.console.streams").gauge().value();
    }

    private static int bottom(Page page, String what) {
        return (int)
                page.evaluate("what => Math.ceil(document.querySelector(what).getBoundingClientRect().bottom)", what);
    }

    @Test
    void noSingleKeyTakesACallerAway() {
        CallScreened call = scene.screen("+8613900000078", "Zhang");
        Page page = atTheCall(call);
        page.keyboard().press("m");
        page.keyboard().press("m");
        page.keyboard().press("1");
        page.waitForURL(url -> url.endsWith("?done=kept"));
        page.clock().runFor(1_000);
        page.waitForSelector("#move:enabled");

        page.keyboard().press("m");
        page.waitForSelector("#move[data-armed]");
        page.clock().runFor(2_999);
        assertThat(page.locator("#move[data-armed]").count()).isOne();
        page.clock().runFor(1);
        page.waitForSelector("#move:not([data-armed])");
        page.keyboard().press("m");
        page.waitForSelector("#move[data-armed]");
        verify(redirector, never()).move(any(), any(), any(), any());
        page.keyboard().press("m");
        page.waitForURL(url -> url.endsWith("?done=deterred"));

        verify(redirector).move(call.call().id(), call.call().channel(), AGENT, Destination.DETER);
        browser.assertFaultless();
    }

    /** A window where only so much time passes as a test lets pass. */
    private Page stopped() {
        Page page = browser.open("en-GB", ColorScheme.LIGHT, 1360, false);
        page.clock().install();
        page.clock().pauseAt(clock.millis() + Duration.ofHours(1).toMillis());
        return page;
    }

    /** In such a window; the buttons have rested. */
    private Page atTheCall(CallScreened call) {
        when(live.now()).thenReturn(List.of(lives(call, "support", AGENT)));
        Page page = stopped();
        browser.signIn(page, Role.AGENT);
        page.clock().runFor(1_000);
        page.waitForSelector("#flag-1:enabled");
        return page;
    }

    @Test
    void theButtonsRestForASecondWhereverTheCallComesFirst() {
        CallScreened first = scene.screen("+8613900000074", "x");
        CallScreened second = scene.screen("+8613900000075", "x");
        Page page = atTheCall(first);

        when(live.now()).thenReturn(List.of(lives(second, "support", AGENT)));
        page.waitForSelector("[data-shown-call='" + second.call().id() + "'] #flag-1:disabled");
        page.keyboard().press("1");
        page.clock().runFor(999);
        assertThat(page.isDisabled("#flag-1")).as("for almost a second").isTrue();
        page.keyboard().press("1");
        page.clock().runFor(1);
        page.waitForSelector("#flag-1:enabled");
        when(live.now()).thenReturn(List.of(lives(first, "support", AGENT)));
        browser.go(page, "/agent");
        assertThat(page.isDisabled("#flag-1")).as("after a whole load").isTrue();
        page.keyboard().press("1");
        page.clock().runFor(1_000);
        page.waitForSelector("#flag-1:enabled");
        browser.go(page, "/agent");
        assertThat(page.isDisabled("#flag-1"))
                .as("of a call that has been there")
                .isFalse();

        assertThat(flags.of(second.call().id())).isEmpty();
        assertThat(flags.of(first.call().id())).isEmpty();
        browser.assertFaultless();
    }

    @Test
    void otherChangesDoNotEndTheRest() {
        CallScreened call = scene.screen("+8613900000076", "x");
        CallScreened other = scene.screen("+8613900000077", "x");
        Page page = atTheCall(other);

        when(live.now()).thenReturn(List.of(lives(call, "support", AGENT)));
        page.waitForSelector("[data-shown-call='" + call.call().id() + "'] #flag-1:disabled");
        LiveCall earlier = new LiveCall(
                other.call().id(), other.call().channel(), clock.instant().minusSeconds(60), "support", AGENT, false);
        when(live.now()).thenReturn(List.of(lives(call, "support", AGENT), earlier));
        page.waitForSelector("#mine:has-text('besides this one')");
        assertThat(page.isDisabled("#flag-1")).isTrue();
        page.clock().runFor(1_000);
        page.waitForSelector("#flag-1:enabled");
        browser.assertFaultless();
    }
}
