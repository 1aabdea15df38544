<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ColourMap</name>
    <message>
        <source>White to deep blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>What to notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Everything that follows is one run of a trained network on exactly this text. Change a word and every number changes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model never sees letters, only these numbers. Change one letter of a known word: it falls into other pieces, with other numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same word has the same row wherever it stands: before the first layer *it* knows nothing of its sentence. Single columns seldom have a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without this the model could not tell “dog bites man” from “man bites dog”: attention itself does not know any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word and place share one vector. No number is set apart for either; the layers learn to tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All three come from the same vector of the same token, through three different matrices. Every token has its own {q:query}, {k:key} and {v:value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score is high where {q:query} and {k:key} point the same way. Row and column differ: what *it* asks of *animal* is not what *animal* asks of *it*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody told this head where to look. A large weight shows where it takes its values from; it does not prove why. Switch the head off to see what it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is picked, everything is mixed: even a word with a small weight leaves a trace in the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each head had only its own few columns to write to. W_O lets them speak to each other for the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token keeps what it was and gets something added. That is why a network of many layers can still be trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention moved information between words; here each word thinks alone. Most units stay silent for most words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same shape as what came in, so that the next layer can do the same again with other weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no single vector for the sentence: the decoder can look at every token for every word that it writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word that was written becomes input for the next one. An early slip is therefore carried on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder reads its own words exactly as the encoder reads yours: a row of the table plus the place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While writing there is no future yet. The mask is for training, where the answer stands in the input and could be copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first word can only look at itself, so its weight is 1 whatever the numbers are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{q:Queries} come from the words being written, {k:keys} and {v:values} from the sentence that was read. Where languages order words differently, the bright cells leave the diagonal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same kind of network as in the encoder, with weights of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row of this matrix is all that the choice of the next word is made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score by itself says little: only the distances between scores count. Adding 5 to all of them changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not write a word, it writes a distribution. Which word is taken from it is decided outside of the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to any written word to see what it was chosen from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>The sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes in and what comes out. Everything in between is shown step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is cut into pieces of the vocabulary; each has a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token&apos;s number picks one row of the embedding table, times √d_model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sines and cosines of many wavelengths tell each place from every other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding plus position is what the first layer reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query, key, value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three projections of every token: what it asks, what it offers, what it passes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each query times each key, divided by √d_k.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row asks, each column answers; every row adds up to 1. Click a cell to see how its number is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are mixed by the weights of a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the heads have mixed stands side by side and goes through W_O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is added to what came in: the residual connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every token for itself: a wide hidden layer, then back to d_model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this layer passes on to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last layer: what the decoder reads of the sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder writes one token at a time. Choose the one that it is about to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The written tokens, embedded, with their positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores and mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A written token must not look at what comes after it: those scores become -∞.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each written token looks back at the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where in the source the decoder looks while it writes each token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed-forward of the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every written token for itself: a wide hidden layer, then back to d_model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last layer: one vector for every place, from which the next word is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number for every entry of the vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax makes probabilities of the numbers. Click another word to make the model write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished sentence, token by token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder layer %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoder layer %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — which words does %1 look at?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — which words before it does %1 look at?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — where does it look to write %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer</name>
    <message>
        <source>1 · Dot product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contribution of each of the %1 dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Scale by √d_k = √%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{k:%1} does not come after {q:%2}: the score stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{k:%1} comes after {q:%2}: the score becomes −∞.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is cut: the score becomes −∞.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Softmax over the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{f:the largest score is taken off first; the result is the same}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Mix the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head is switched off: zeros go on in place of z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this number is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell of the matrix: the row is the word that asks, the column the word that answers. Its number is then worked out here, with the numbers of this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell {q:%1} → {k:%2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this token is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {q:%1}, place %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · Look it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is entry number `%2` of %3 in the vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Hand on the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From here on the letters are forgotten; the model works with `%1`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell to see how its number is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {q:%1}, dimension %2 of head %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · What goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x_{%1}: the %2 numbers of the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Three matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row to see which units answer to its token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this token sets off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {q:%1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · Widen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden = activation( x · W_1 + b_1 )
%1 numbers → %2 units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 answers most: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output = hidden · W_2 + b_2
%1 units → %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell to see its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this vector is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {q:%1}, dimension %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vector after the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h[%1] = `%2`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text goes in as you typed it. Press Next to follow it through the machine, one step at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 heads of the layer each hand over %2 numbers per token. Side by side they are %3 numbers again, and one more matrix, W_O, mixes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder reads the start token and what it has written, and predicts one word more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a written word to see which source words its step looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · Look up the embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a token or a cell: its number is then worked out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {q:%1}, position %2, dimension %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell: its number is then worked out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · What went past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · What attention found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · What the network made of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 · Norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole vector is brought to mean 0 and variance 1, then stretched by learned gains: *`%1`*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place in the written sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run keeps no scores for words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From vector to word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position %1, after {q:%2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits = h · W_{vocab}
%1 numbers → %2 scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h: the decoder&apos;s vector at this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · The score of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Softmax over the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 · Against the next best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{k:%1}: `logit = %2`, p = `%3`</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::AnswerView</name>
    <message>
        <source>The finished sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence so far: it reached the longest length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which source words each written word looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-attention of the last layer when the word was chosen, averaged over its heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written words and the source words they looked at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::ArchitectureMap</name>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text → tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q K V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores ÷ √d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp; norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoder input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoder output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder · layer %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoder · layer %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::AttentionView</name>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · attention weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · scores after the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row: the word that asks ({q:query}). Column: the word that answers ({k:key}). Each row sums to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Struck cells lie in the future: no word may look at words that come after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{q:query} · {k:key} ÷ √d_k for every pair of words. Blue is negative, red is positive. No row sums to anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks (query)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers (key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where {q:%1} looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where every word looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover a word on the left to see where it looks; click to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention as lines between words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are layers, columns are heads. Click one to open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::EmbeddingView</name>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding × √d_{model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row of %1 numbers for each token. The same token has the same row, wherever it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding of all tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row of {q:%1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding of the chosen token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in this sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine between two rows: 1 is the same direction, 0 unrelated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of this sentence, by nearness</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::ExplanationPanel</name>
    <message>
        <source>How this number is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a sentence, then click any number to see how it was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::FeedForwardView</name>
    <message>
        <source>Layer %1 · %2 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the activation. Each token passes the same network by itself; no word sees another here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units of all tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1 numbers for each token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what gets added to the stream of the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the feed-forward network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of hidden units above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of active units by token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::HeadGallery</name>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::HeadsJoinedView</name>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each head has put its mix into its own columns. Click a block to choose its head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed values of all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× W_O = the output of attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One matrix stirs the heads together: every column now has a part of every head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::Heatmap</name>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows, %2 columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Chosen: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::InputBar</name>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and language to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence in English or Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run ⏎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::LogitsView</name>
    <message>
        <source>Written so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest of %1 scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last vector times one column for each word of the vocabulary. Any number, of any sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that the model is sure not to write here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest logits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the deciding word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch this head off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch all heads on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Glassformer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Glassformer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Glassformer %1&lt;/b&gt;&lt;p&gt;Opens a Transformer like a glass box: every picture is a tensor of a real run of a trained model, and every number can be clicked to see how it was made.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model knows a small world of about 2,000 words. It does not know %1 and reads it in pieces, so expect odd answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>”, “</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap “%1” for “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch this head on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch this head off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glassformer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::NextWordView</name>
    <message>
        <source>Written so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the decoder looks in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-attention of layer %1, head %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click another word to see how the sentence would go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities of the next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1 other words share %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::PositionView</name>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding of every place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model adds no encoding of the place to its tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row for each place, whatever word stands there. Blue is negative, red is positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dimension is a wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast ones on the left of the matrix, slow ones on the right. Dots: the chosen token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::QueryKeyValueView</name>
    <message>
        <source>{q:Query} = x · W_Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what each word asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{k:Key} = x · W_K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what each word offers to be found by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{v:Value} = x · W_V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what each word hands over when it is looked at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::SentenceView</name>
    <message>
        <source>The sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 encoder layers · %2 decoder layers · %3 heads · vectors of %4 numbers · %5 words and pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model writes: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::Stage</name>
    <message>
        <source>Answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: %1 — the same as before: here the model does not need what was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: %1 — before: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head %1 (off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word that is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About to write: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::StepBar</name>
    <message>
        <source>◀ Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::StreamView</name>
    <message>
        <source>What the decoder has made of the words so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the encoder hands to the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row of the chosen place will choose the word that comes after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still one vector for each token, but each now knows its neighbours. Every decoder layer reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the last norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way of {q:%1} through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line in its own scale of colours; the numbers belong to the marked dimension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen token layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::SumView</name>
    <message>
        <source>norm of the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= input of the encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= input of the decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what went past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ what attention found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ what the network made of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= output of layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for {q:%1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added component by component, then brought to mean 0 and variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added component by component; click one to follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum for the chosen token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::TargetTokensView</name>
    <message>
        <source>What was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the decoder has written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green: already written at the chosen step. Pale: written later. Click one to go to its step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder starts with nothing but a start token. From it and the encoded sentence it will choose {v:%1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has read its own words up to {v:%1} and will now choose {v:%2}. That word becomes input for the next step: this loop is how every GPT writes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::TokenRow</name>
    <message>
        <source>%1. Chosen: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::TokensView</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Below each token its number in the vocabulary, and its place in the sentence. Pieces of one word touch each other; pale tokens were added by the tokenizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands for nothing in the text: a sign between the tokenizer and the model, such as the language to write or the end of the sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How “%1” is cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model knows a small world; this word is shown in pieces. At every place the longest piece that the vocabulary holds is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vocabulary holds this word as a whole: one token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::WavePlot</name>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves of the positional encoding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::WeightedSumView</name>
    <message>
        <source>The mixed values of all tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {q:%1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention weights of the chosen word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · {f:all others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight × {v:value}, added up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head is switched off: its sum does not go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heaviest first. A word with weight 0.5 gives half of its value to the mix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted values and their sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>glassformer::WordCutLadder</name>
    <message>
        <source>still to cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried, not in the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the word was cut</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
