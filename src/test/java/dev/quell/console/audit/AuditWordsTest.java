package dev.quell.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.flag.FlagReason;
import dev.quell.history.KnownAs;
import dev.quell.review.Judgement;
import dev.quell.security.audit.Deed;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.Role;
import dev.quell.security.people.Way;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class AuditWordsTest {
    private static final ResourceBundleMessageSource TEXTS = texts();

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/audit", "messages/people", "messages/words");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    private static String shown(Deed deed, Cell cell, String stored, Locale locale) {
        return new AuditWords(TEXTS).translated(deed, cell, stored, locale);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENTRY_MADE       | SUBJECT | blocklist 17 +8613800138000        | 黑名单 17 +8613800138000
            ENTRY_ENDED      | SUBJECT | allowlist 3 +86755*                | 白名单 3 +86755*
            ENTRY_PROPOSED   | SUBJECT | blocklist +861380013*              | 黑名单 +861380013*
            ENTRY_ENDED      | SUBJECT | import 1763800000000               | 导入 1763800000000
            EXPORTED         | SUBJECT | blocklist                          | 黑名单
            EXPORTED         | SUBJECT | calls as csv                       | 通话记录（csv）
            FLAG_RAISED      | SUBJECT | call pbx:1763800000.12             | 来电 pbx:1763800000.12
            UNMASKED         | SUBJECT | source +86•••••001                 | 来源 +86•••••001
            CALLERS_IMPORTED | SUBJECT | known callers                      | 已知主叫
            SCHEDULE_CHANGED | SUBJECT | report schedule weekly             | 报表计划 weekly
            LOG_CHECKED      | SUBJECT | call log main                      | 通话日志 main
            RULES_CHANGED    | SUBJECT | rules 1a2b revision 7              | 规则 1a2b，修订 7
            TOKEN_MADE       | SUBJECT | token t1 for the CRM               | 令牌 t1 for the CRM
            ENTRY_MADE       | AFTER   | for good: threats                  | 永久：threats
            ENTRY_MADE       | AFTER   | alone, for li, until 2026-11-24T00:00:00Z: pest | 单人操作，代 li：至 2026-11-24T00:00:00Z：pest
            ENTRY_ENDED      | BEFORE  | for good: until we know more       | 永久：until we know more
            ENTRY_ENDED      | BEFORE  | 12 entries by li.na                | li.na 添加的 12 个条目
            ENTRY_TURNED_DOWN| AFTER   | proposed by li.na                  | 由 li.na 提交
            LIST_IMPORTED    | AFTER   | for li, 3 entries of 5 lines, 2 faulty, 1 alone | 代 li：5 行中导入 3 个条目，2 行有误，其中单人操作 1 个
            CALLER_KNOWN     | AFTER   | for crm, OPEN_TICKET until 2026-11-24T00:00:00Z | 代 crm：类别：有未结工单，至 2026-11-24T00:00:00Z
            FLAG_RAISED      | AFTER   | PJSIP/1001: SILENT                 | PJSIP/1001：标记为无声
            FLAG_RAISED      | AFTER   | li: ABUSE, the caller to be moved away | li：标记为辱骂，并转走主叫
            CALL_REVIEWED    | AFTER   | WRONG: my own mother               | 判为误拦: my own mother
            ACCOUNT_CHANGED  | AFTER   | admin security, PJSIP/1, Li Na, disabled | 角色：管理员 安全员，PJSIP/1, Li Na，已停用
            ACCOUNT_MADE     | AFTER   | agent, disabled                    | 角色：坐席，disabled
            SIGN_IN_FAILED   | AFTER   | does not fit; 3 more not noted     | 账户与密码不符；另有 3 次未逐条记录
            SIGN_IN_FAILED   | AFTER   | ldap, no-role: Wang (uid=wang)     | 企业目录，原因：没有角色: Wang (uid=wang)
            SIGNED_IN        | AFTER   | password                           | 方式：密码
            LOG_CHECKED      | AFTER   | does not hold, 2 faults: blocks to 9, 30 facts, end ab12 | 不完好，2 处有误：校验至第 9 块，事实 30 条，链尾 ab12
            EVIDENCE_CHECKED | AFTER   | pack 4: holds                      | 证据包 4：完好
            EVIDENCE_TAKEN   | AFTER   | Police: pack 1: pack 4, SHA-256 ab | Police: pack 1：证据包 4，SHA-256 ab
            EVIDENCE_DELETED | BEFORE  | pack 4, SHA-256 ab                 | 证据包 4，SHA-256 ab
            TREATMENT_CHANGED| AFTER   | the recording put away at 2026-11-24T00:00:00Z | 2026-11-24T00:00:00Z 替换下的录音
            SCHEDULE_CHANGED | AFTER   | weekly monday 08:00 zh webhook to a@b.cn, c@d.cn | 每周 星期一 08:00，中文，经 Webhook 推送，发送至 a@b.cn, c@d.cn
            RULES_CONFIRMED  | BEFORE  | wanted by li by ldap from 192.0.2.1 | 由 li（企业目录登录）（来自 192.0.2.1） 提请
            """)
    void closedWordsAreShownInChinese(Deed deed, Cell cell, String stored, String chinese) {
        assertThat(shown(deed, cell, stored, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
    }

    @Test
    void whatSpeaksForOnePersonIsShownInChinese() {
        assertThat(shown(
                        Deed.ENTRY_CONFIRMED,
                        Cell.AFTER,
                        "WARNING: one address, wu made the account li on 2026-11-23; confirmed by tok1 of li from 192.0.2.1",
                        Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("警告：同一地址, wu 于 2026-11-23 创建账户 li；由 tok1（属于 li）（来自 192.0.2.1） 确认");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENTRY_ENDED      | AFTER   | for good: he has promised
            ENTRY_ENDED      | AFTER   | alone, he told me
            UNMASKED         | AFTER   | call him back
            SIGN_IN_FAILED   | SUBJECT | blocklist 17
            EVIDENCE_MADE    | AFTER   | Police: holds
            RULES_CHANGED    | AFTER   | all: SILENT_REPEAT 6.0
            HOLD_CHANGED     | AFTER   | li: for good: threats
            EXPORTED         | AFTER   | caller=13900139041
            ENTRY_MADE       | SUBJECT | something else
            """)
    void freeTextStaysAsItIsStored(Deed deed, Cell cell, String stored) {
        assertThat(shown(deed, cell, stored, Locale.SIMPLIFIED_CHINESE)).isEqualTo(stored);
    }

    @Test
    void placesInFreeTextAreNoPlaces() {
        assertThat(shown(Deed.ENTRY_MADE, Cell.AFTER, "for good: '{0}' <b>{1}", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("永久：'{0}' <b>{1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENTRY_MADE    | SUBJECT | blocklist 17 +8613800138000
            ENTRY_MADE    | AFTER   | alone, for li, for good: threats
            LIST_IMPORTED | AFTER   | for li, 3 entries of 5 lines, 2 faulty, 1 alone
            LOG_CHECKED   | AFTER   | unsure, 2 not compared: blocks to 9, 30 facts, end ab12
            """)
    void englishIsAsStored(Deed deed, Cell cell, String stored) {
        assertThat(shown(deed, cell, stored, Locale.ENGLISH)).isEqualTo(stored);
    }

    static Stream<Form> forms() {
        return AuditWords.forms().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormHasATextWithAPlaceForEachPart(Form form) {
        Object[] parts = form.parts().stream().map(part -> "part").toArray();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            String text = TEXTS.getMessage(form.key(), parts, locale);
            assertThat(text.split("part", -1)).hasSize(parts.length + 1);
        }
    }

    static Stream<String> words() {
        return Stream.of(
                        Arrays.stream(KnownAs.values()).map(word -> "audit.known." + word),
                        Arrays.stream(Judgement.values()).map(word -> "audit.judged." + word),
                        Arrays.stream(Way.values()).map(word -> "audit.way." + word.word()),
                        Arrays.stream(TurnedAway.Why.values()).map(word -> "audit.refused." + word.word()),
                        Arrays.stream(FlagReason.values()).map(word -> "word.flag." + word),
                        Arrays.stream(Role.values()).map(word -> "people.role." + word.word()))
                .flatMap(keys -> keys);
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordOfAClosedSetHasATextThatIsChinese(String key) {
        assertThat(TEXTS.getMessage(key, null, Locale.SIMPLIFIED_CHINESE).codePoints())
                .anyMatch(Character::isIdeographic);
    }
}
