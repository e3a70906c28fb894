package dev.quell.classifier;

import dev.quell.call.Words;
import java.time.Duration;

/** The languages in which findings are worded. */
public enum Language {
    ENGLISH,
    CHINESE;

    /** A duration in words. */
    public String duration(Duration duration) {
        return duration(Words.of(duration));
    }

    /** A duration that is worded in English, such as {@code 30 min} or {@code 1 second}. */
    public String duration(String english) {
        return this == ENGLISH
                ? english
                : english.replaceAll(" seconds?", "秒")
                        .replace(" min", "分钟")
                        .replace(" ms", "毫秒")
                        .replace(" h", "小时")
                        .replace(" d", "天")
                        .replace(" s", "秒");
    }
}
