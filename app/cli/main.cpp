#include "app/cli/arguments.h"
#include "app/cli/program.h"

#include "core/error.h"
#include "core/tensor/memory.h"

#include <csignal>
#include <iostream>
#include <map>

namespace {

constexpr const char* usage = R"(usage: glassformer-cli COMMAND [options]

  tokenize   the tokens of a text
  run        the answer to a text, and the probability of every written token
  trace      a run with every intermediate tensor    --out FILE.safetensors
  view       a link that both programs open           [--step STEP]
  evaluate   held-out figures of a bundled model      [--lexicons NAME] [--twins N] [--sentences N]
  roles      what each head does over many sentences  [--sentences N] [--seed N]
             or, with --known, how much of each known kind it is (previous, duplicate, induction)
  train      make a model from a recipe              --recipe FILE --out DIR [--seed N] [--threads 1|2]
             or, with --model, let one learn on by another recipe, with the vocabulary that it has
  corpus     sentences of the world that models learn [--lexicons NAME] [--stories] [--sentences N] [--seed N]
  info       what a model is
  patch      where the difference to another sentence is: its vectors carried into the run, layer x token    --with TEXT
             [--what stream|attention|head|cross_attention|feed_forward] [--head N] [--stack encoder|decoder]
             [--rival WORD] [--align]
  lens       what each layer would say            [--top N] [--word WORD]
  votes      a logit as the sum of what embedding, heads, networks and biases add to it    [--rival WORD]
  attribute  what each word that was read did for one that is written    [--by removed|masked|blanked|gradient|integrated]
             [--steps N] [--layer N] [--head N]
  compare    two sentences side by side: where their vectors first differ, and how much    --with TEXT
             [--tensor NAME] [--stack encoder|decoder] [--align]
  rank       what one word needs: every head, block, layer and edge taken out    [--mean] [--edges] [--group N]
             or, with --bank, every head over held-out twins    [--twins N] [--seed N] [--clause-first]
             or over the sentences of a file, one on each line    --file FILE

  --model NAME|FOLDER   the model (default: translator)
  --text TEXT, --file FILE or -   what it reads
  --to LANGUAGE         the language it writes: en, fr, zh, or as the model calls it
                        (default: fr if the model writes it, or else its first)
  --view LINK|FILE      all of this from a link glassformer:?..., from such a text or JSON in a file, or from a
                        session; what else is given comes in its place
  --from LANGUAGE       the language of the text, for models that are told it
  --off HEAD            switch a head off: encoder.3.head.0, decoder.1.head.2, decoder.1.cross.head.2; repeatable
  --change CHANGE       change a number of the run, by the names of its trace; repeatable:
                        "encoder.2.self_attention.masked[head 1, query 4, key 7] = cut", "encoder.3.output = off",
                        "encoder.position = off", "encoder.0.feed_forward.hidden[token 2, dimension 5] = 1.5"
  --temperature, --top-k, --top-p, --seed   sample instead of taking the likeliest token
  --beam N              beam search
  --word WORD           the word that is asked about: one that is written, or that could be (default: what fills the
                        gap, the next word, the pronoun that is written); --row N: its place
  --threads N           how many processor cores compute (default: all)
  --json, --csv         for machines

Exit status: 0 all is well, 1 bad input, 2 bad usage.
)";

} // namespace

int main(int argc, char** argv)
{
    using namespace glassformer;
    keepFreedMemory();
    const std::map<std::string, int (*)(const std::vector<std::string>&)> commands{
        {"tokenize", cli::tokenizeCommand}, {"run", cli::runCommand}, {"trace", cli::traceCommand},
        {"view", cli::viewCommand}, {"info", cli::infoCommand}, {"evaluate", cli::evaluateCommand},
        {"roles", cli::rolesCommand}, {"train", cli::trainCommand}, {"corpus", cli::corpusCommand},
        {"patch", cli::patchCommand}, {"lens", cli::lensCommand}, {"votes", cli::votesCommand},
        {"attribute", cli::attributeCommand}, {"compare", cli::compareCommand}, {"rank", cli::rankCommand}};
    const std::vector<std::string> words = cli::programArguments(argc, argv);
    cli::findResourcesBeside(cli::programFile(argc > 0 ? argv[0] : ""));
    cli::writeUtf8();
    if (!words.empty() && (words[0] == "--help" || words[0] == "help")) {
        std::cout << usage;
        return 0;
    }
    const auto command = words.empty() ? commands.end() : commands.find(words[0]);
    if (command == commands.end()) {
        std::cerr << (words.empty() ? "" : "unknown command " + words[0] + "\n") << usage;
        return 2;
    }
#ifdef SIGXFSZ
    std::signal(
        SIGXFSZ, SIG_IGN); // a file beyond the allowed size is an error of its writing, told like any other
#endif
    try {
        return command->second({words.begin() + 1, words.end()});
    } catch (const cli::UsageError& error) {
        std::cerr << "glassformer-cli " << words[0] << ": " << error.what() << "\n";
        return 2;
    } catch (const Error& error) {
        std::cerr << "glassformer-cli " << words[0] << ": " << error.what() << "\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "glassformer-cli " << words[0] << ": " << error.what() << "\n";
        return 1;
    }
}
