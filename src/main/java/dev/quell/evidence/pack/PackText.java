package dev.quell.evidence.pack;

import dev.quell.classifier.Language;

/** What the pack says of itself in words. */
final class PackText {

    private PackText() {}

    static String readme(Language language, String fingerprint) {
        return language == Language.CHINESE ? chinese(fingerprint) : english(fingerprint);
    }

    private static String english(String fingerprint) {
        return """
                Evidence pack made by Quell

                report.pdf      for people
                evidence.json   the same for machines: calls, flags, list entries (canonical JSON, RFC 8785)
                facts.jsonl     verdicts and ends as the chain has them, a line each; evidence.json names them by line
                proofs.jsonl    for each line of facts.jsonl: its block, its hash, the way to the block's root
                chain.jsonl     blocks from the chain's end back to those of the facts
                dropped.jsonl   notes of blocks that are not kept any more, if chain.jsonl leads over such
                custody.jsonl   notes in the chain of each pack of this source, the last is this one; who had it made, and why,
                                is in custody-details.jsonl, line by line
                SHA256SUMS      the hash of every file, and SHA256SUMS.sig its Ed25519 signature
                public-key.pem  the key; its fingerprint, SHA-256 of its DER: %s

                Ask the site for the fingerprint by another way, and compare. To check:
                  sha256sum -c SHA256SUMS
                  openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
                The rest is in src/docs/evidence.md of Quell, or: quell verify PACK
                """.formatted(fingerprint);
    }

    private static String chinese(String fingerprint) {
        return """
                Quell 证据包

                report.pdf      供人阅读的报告
                evidence.json   同样内容的机器可读形式：通话、标记、名单条目（规范化 JSON，RFC 8785）
                facts.jsonl     哈希链中的判定与通话结束记录，每行一条；evidence.json 以行号引用
                proofs.jsonl    facts.jsonl 每一行对应的区块、哈希及到区块根的路径
                chain.jsonl     从链尾回到上述区块的各区块
                dropped.jsonl   已不再保存的区块的说明（仅当 chain.jsonl 越过此类区块时）
                custody.jsonl   链中关于该来源每个证据包的记载，最后一行即本包；何人、为何导出见
                                custody-details.jsonl 的同一行
                SHA256SUMS      每个文件的哈希；SHA256SUMS.sig 为其 Ed25519 签名
                public-key.pem  公钥；其指纹（DER 的 SHA-256）：%s

                请通过其他途径向出具方核对指纹。校验方法：
                  sha256sum -c SHA256SUMS
                  openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
                其余步骤见 Quell 的 src/docs/evidence.md，或运行：quell verify PACK
                """.formatted(fingerprint);
    }
}
