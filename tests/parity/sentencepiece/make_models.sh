#!/bin/bash
# make_models.sh FOLDER [all]: trains the models of tests/data/sentencepiece with Debian's package sentencepiece;
# with "all" also those with SentencePiece's own large tables, which only the comparison uses.
set -euo pipefail
folder=$(realpath "$1")
data=$(realpath "$(dirname "$0")/../../data/sentencepiece")
cd "$folder"

train()
{
    local name=$1
    shift
    spm_train --input="$data/corpus.txt" --model_prefix="$name" --num_threads=1 --hard_vocab_limit=false \
        --minloglevel=1 --vocab_size=600 --character_coverage=0.98 "$@"
    rm "$name.vocab"
}

rules=(--normalization_rule_tsv="$data/rules.tsv")
plain=(--normalization_rule_name=identity)
symbols=(--user_defined_symbols='<mask>,é,over the' --control_symbols='<2fr>')
train unigram_rules --model_type=unigram "${rules[@]}" --pad_id=3
train unigram_bytes --model_type=unigram "${plain[@]}" --byte_fallback "${symbols[@]}" --vocab_size=900
train bpe_rules --model_type=bpe "${rules[@]}" "${symbols[@]}"
train bpe_bytes --model_type=bpe "${plain[@]}" --byte_fallback --vocab_size=900 --split_digits --add_dummy_prefix=false
train bpe_spaces --model_type=bpe "${plain[@]}" --remove_extra_whitespaces=false
train unigram_suffix --model_type=unigram "${plain[@]}" --treat_whitespace_as_suffix
train char_rules --model_type=char "${rules[@]}"
train word_rules --model_type=word "${rules[@]}" --vocab_size=300
if [ "${2:-}" = all ]; then
    for table in nmt_nfkc nfkc_cf nmt_nfkc_cf nfkc; do
        train "unigram_$table" --model_type=unigram --normalization_rule_name="$table"
        train "bpe_$table" --model_type=bpe --normalization_rule_name="$table" --byte_fallback --vocab_size=900
    done
fi
