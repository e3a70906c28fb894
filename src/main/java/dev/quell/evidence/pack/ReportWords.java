package dev.quell.evidence.pack;

import dev.quell.classifier.Language;

/** The report's own words. */
enum ReportWords {
    TITLE("Evidence of calls", "来电证据报告"),
    SOURCE("Source", "来电来源"),
    PERIOD("Period (UTC)", "时间范围（UTC）"),
    MADE("Made (UTC)", "生成时间（UTC）"),
    WHO("Made for", "接收人"),
    BY("Made by", "经办账户"),
    WHY("Reason", "事由"),
    KEY("Key", "签名公钥指纹"),
    HEAD("Chain's end", "链尾"),
    COUNTED("Calls", "来电数"),
    CALLS("Calls", "通话记录"),
    FACT("Leaf", "叶哈希"),
    UNCHAINED("from before the chain: no proof", "早于哈希链，无证明"),
    RECORDING("Recording", "录音"),
    NO_RECORDINGS("The site does not record, or Quell was not told where.", "本站点不录音，或未配置录音位置。"),
    FLAGS("Agents' flags", "坐席标记"),
    ENTRIES("Allow and block list", "黑白名单条目"),
    CUSTODY("Custody: who had packs of this source made", "监管链：何人导出过该来源的证据包"),
    HANDED("for %s, made by %s: %s. %d calls of %s to %s. Block %d", "接收人 %s，经办账户 %s，事由：%s。%d 通来电，%s 至 %s。区块 %d"),
    NONE("none", "无"),
    PAGE("page", "页"),
    NO_GLYPHS(
            "This machine has no font for some of the letters; they are shown as ?. evidence.json has them.",
            "Some letters have no font here and are shown as ?. evidence.json has them.");

    private final String english;
    private final String chinese;

    ReportWords(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
