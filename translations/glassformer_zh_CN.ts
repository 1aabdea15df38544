<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>About Glassformer</source>
        <translation>关于 Glassformer</translation>
    </message>
    <message>
        <source>&lt;b&gt;Glassformer %1&lt;/b&gt;&lt;p&gt;Opens a Transformer like a glass box: every picture is a tensor of a real run of a trained model, and every number can be clicked to see how it was made.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Glassformer %1&lt;/b&gt;&lt;p&gt;像打开玻璃盒一样打开 Transformer：每幅图都是训练好的模型一次真实运行中的张量，每个数都可以点击，看它是怎样得来的。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>ActionText</name>
    <message>
        <source>Open &amp;trace…</source>
        <translation>打开运行记录(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Previous layer, same step</source>
        <translation>上一层的同一步骤</translation>
    </message>
    <message>
        <source>Next layer, same step</source>
        <translation>下一层的同一步骤</translation>
    </message>
    <message>
        <source>Walk on through the next layer</source>
        <translation>继续逐步查看下一层</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>上一个注意力头</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>下一个注意力头</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>输入一个句子</translation>
    </message>
    <message>
        <source>Find a token or place…</source>
        <translation>查找词元或位置…</translation>
    </message>
    <message>
        <source>Show all of the map</source>
        <translation>显示完整的图</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>打开模型文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Compare with another model</source>
        <translation>与另一个模型比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;About this model</source>
        <translation>关于此模型(&amp;A)</translation>
    </message>
    <message>
        <source>Switch this head on</source>
        <translation>启用这个注意力头</translation>
    </message>
    <message>
        <source>Switch this head off</source>
        <translation>关闭这个注意力头</translation>
    </message>
    <message>
        <source>&amp;About Glassformer</source>
        <translation>关于 Glassformer(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Recent models</source>
        <translation>最近的模型(&amp;R)</translation>
    </message>
    <message>
        <source>Swap “%1” for “%2”</source>
        <translation>把“%1”换成“%2”</translation>
    </message>
    <message>
        <source>Swap the deciding word</source>
        <translation>替换决定答案的词</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>实验(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Back to the beginning of the layer</source>
        <translation>回到本层开头</translation>
    </message>
    <message>
        <source>To the first step of this layer; from there, of the layer before.</source>
        <translation>回到本层的第一步；已在第一步时，回到上一层的第一步。</translation>
    </message>
    <message>
        <source>All steps once more, in the next layer.</source>
        <translation>在下一层把所有步骤再走一遍。</translation>
    </message>
    <message>
        <source>Show &amp;evidence about the word</source>
        <translation>查看关于这个词的证据(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Rank all parts for the word</source>
        <translation>给所有部件排名（针对这个词）(&amp;R)</translation>
    </message>
    <message>
        <source>Takes out each head, network and layer: how far does that move the word?</source>
        <translation>逐个去掉每个头、每个前馈网络和每一层：这个词的概率会变多少？</translation>
    </message>
    <message>
        <source>Compare with the twin: “%1” for “%2”</source>
        <translation>与对照句比较：用“%1”代替“%2”</translation>
    </message>
    <message>
        <source>Compare with another sentence</source>
        <translation>与另一个句子比较</translation>
    </message>
    <message>
        <source>Both runs side by side, step by step, and what differs.</source>
        <translation>两次运行逐步并排显示，并显示差别。</translation>
    </message>
    <message>
        <source>Carry vectors over from the other sentence</source>
        <translation>从另一个句子移入向量</translation>
    </message>
    <message>
        <source>Activation patching: which single vector of the other run makes this one answer as the other does?</source>
        <translation>激活修补：另一次运行中的哪一个向量能让这次运行给出与它相同的输出？</translation>
    </message>
    <message>
        <source>a recorded run cannot be run again</source>
        <translation>记录的运行无法重新运行</translation>
    </message>
    <message>
        <source>not beside another run</source>
        <translation>与另一次运行对比时不可用</translation>
    </message>
    <message>
        <source>at a step that shows a head</source>
        <translation>请在显示注意力头的步骤中使用</translation>
    </message>
    <message>
        <source>training took it out</source>
        <translation>训练时已将其去除</translation>
    </message>
    <message>
        <source>at a step inside a layer</source>
        <translation>请在某一层内的步骤中使用</translation>
    </message>
    <message>
        <source>this model has no positions</source>
        <translation>此模型没有位置信息</translation>
    </message>
    <message>
        <source>this model reads in both directions</source>
        <translation>此模型双向阅读，没有掩码</translation>
    </message>
    <message>
        <source>the text has only one word</source>
        <translation>文本只有一个词</translation>
    </message>
    <message>
        <source>choose a cell of a map of attention</source>
        <translation>请先选择注意力图中的一个单元格</translation>
    </message>
    <message>
        <source>choose a word</source>
        <translation>请先选择一个词</translation>
    </message>
    <message>
        <source>choose a word of the text</source>
        <translation>请先选择文本中的一个词</translation>
    </message>
    <message>
        <source>at the embedding, choose a word of the map or the list</source>
        <translation>请在嵌入步骤中，从图或列表中选择一个词</translation>
    </message>
    <message>
        <source>in this head</source>
        <translation>在此注意力头中</translation>
    </message>
    <message>
        <source>in this layer</source>
        <translation>在此层中</translation>
    </message>
    <message>
        <source>in all layers</source>
        <translation>在所有层中</translation>
    </message>
    <message>
        <source>Forbid this look, %1</source>
        <translation>禁止这一关注，%1</translation>
    </message>
    <message>
        <source>Allow “%1” to look at “%2” again, %3</source>
        <translation>重新允许“%1”关注“%2”，%3</translation>
    </message>
    <message>
        <source>Forbid “%1” to look at “%2”, %3</source>
        <translation>禁止“%1”关注“%2”，%3</translation>
    </message>
    <message>
        <source>Mask “%1”</source>
        <translation>掩盖“%1”</translation>
    </message>
    <message>
        <source>Let the model read “%1” again</source>
        <translation>让模型重新读到“%1”</translation>
    </message>
    <message>
        <source>Blank “%1”</source>
        <translation>将“%1”置空</translation>
    </message>
    <message>
        <source>Replace the word by a neighbour</source>
        <translation>用邻近的词替换</translation>
    </message>
    <message>
        <source>Replace “%1” by “%2”</source>
        <translation>将“%1”替换为“%2”</translation>
    </message>
    <message>
        <source>Switch all heads of this layer on</source>
        <translation>打开此层的所有注意力头</translation>
    </message>
    <message>
        <source>Switch all heads of this layer off</source>
        <translation>关闭此层的所有注意力头</translation>
    </message>
    <message>
        <source>Switch this layer&apos;s feed-forward network on</source>
        <translation>打开此层的前馈网络</translation>
    </message>
    <message>
        <source>Switch this layer&apos;s feed-forward network off</source>
        <translation>关闭此层的前馈网络</translation>
    </message>
    <message>
        <source>Switch this layer on</source>
        <translation>打开此层</translation>
    </message>
    <message>
        <source>Switch this layer off</source>
        <translation>关闭此层</translation>
    </message>
    <message>
        <source>Put the mask back</source>
        <translation>恢复掩码</translation>
    </message>
    <message>
        <source>Lift the mask</source>
        <translation>去掉掩码</translation>
    </message>
    <message>
        <source>Switch positions on</source>
        <translation>打开位置信息</translation>
    </message>
    <message>
        <source>Switch positions off</source>
        <translation>关闭位置信息</translation>
    </message>
    <message>
        <source>Put the words back in order</source>
        <translation>恢复各词的顺序</translation>
    </message>
    <message>
        <source>Shuffle the words&apos; positions</source>
        <translation>打乱各词的位置</translation>
    </message>
    <message>
        <source>Set this number…</source>
        <translation>设定此数…</translation>
    </message>
    <message>
        <source>choose a number of a picture</source>
        <translation>请先选择图中的一个数</translation>
    </message>
    <message>
        <source>Take all changes back</source>
        <translation>撤回所有改动</translation>
    </message>
    <message>
        <source>nothing is changed</source>
        <translation>没有任何改动</translation>
    </message>
    <message>
        <source>What can be changed here…</source>
        <translation>此处可作的改动…</translation>
    </message>
    <message>
        <source>&amp;Present to a class</source>
        <translation>给全班演示(&amp;P)</translation>
    </message>
    <message>
        <source>Full screen, large letters; answer and attention are covered.</source>
        <translation>全屏、大字；答案和注意力先遮住。</translation>
    </message>
    <message>
        <source>&amp;Reveal what is covered, or cover it again</source>
        <translation>揭开遮住的内容，或重新遮住(&amp;R)</translation>
    </message>
    <message>
        <source>Next step (clicker)</source>
        <translation>下一步（翻页笔）</translation>
    </message>
    <message>
        <source>Previous step (clicker)</source>
        <translation>上一步（翻页笔）</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>本页的下一部分</translation>
    </message>
    <message>
        <source>Previous part of the page</source>
        <translation>本页的上一部分</translation>
    </message>
    <message>
        <source>Show the &amp;sentence bar</source>
        <translation>显示句子栏(&amp;S)</translation>
    </message>
    <message>
        <source>Show the &amp;choice of layer and head</source>
        <translation>显示层与头的选择(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Light where the pointer is</source>
        <translation>指针处高亮(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Draw over the picture</source>
        <translation>在图上画(&amp;D)</translation>
    </message>
    <message>
        <source>A pen draws at any time, the mouse after this.</source>
        <translation>触控笔随时可画，鼠标要先打开此项。</translation>
    </message>
    <message>
        <source>&amp;Wipe off what was drawn</source>
        <translation>擦掉所画的内容(&amp;W)</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Go farther away</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Back: out of zoom, drawing, presentation</source>
        <translation>返回：退出放大、绘画、演示</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back to where I looked before</source>
        <translation>回到之前看的地方(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward again</source>
        <translation>再次前进(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;link to this view</source>
        <translation>复制此视图的链接(&amp;L)</translation>
    </message>
    <message>
        <source>a recorded run is a file: share that</source>
        <translation>记录的运行是一个文件，请直接分享该文件</translation>
    </message>
    <message>
        <source>&amp;Open the copied link</source>
        <translation>打开已复制的链接(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>Every term in a sentence, and where it is seen.</source>
        <translation>每个术语一句话，并指出在哪里能看到。</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Then click what you want to know about.</source>
        <translation>然后点一下想了解的东西。</translation>
    </message>
    <message>
        <source>The &amp;machine at the left</source>
        <translation>左边的模型结构(&amp;M)</translation>
    </message>
    <message>
        <source>The &amp;inspector at the right</source>
        <translation>右边的检查器(&amp;I)</translation>
    </message>
    <message>
        <source>Panels as at first</source>
        <translation>恢复面板布局</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>All as at the very first start: model, sentence, language, colours, panels.</source>
        <translation>全部像第一次启动时一样：模型、句子、语言、颜色、面板。</translation>
    </message>
    <message>
        <source>&amp;Sentences and words…</source>
        <translation>句子与词(&amp;S)…</translation>
    </message>
    <message>
        <source>Sentences worth trying, sorted by what they show, and the words that the model knows.</source>
        <translation>值得一试的句子（按能看到的现象分类），以及模型认识的词。</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>改动(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lass</source>
        <translation>课堂(&amp;L)</translation>
    </message>
    <message>
        <source>Short walk</source>
        <translation>简要路线</translation>
    </message>
    <message>
        <source>Stop in this layer</source>
        <translation>停在这一层</translation>
    </message>
    <message>
        <source>Run through all layers</source>
        <translation>依次看完所有层</translation>
    </message>
    <message>
        <source>The same step in every layer, one after the other.</source>
        <translation>逐层查看同一个步骤。</translation>
    </message>
    <message>
        <source>Show me how this number is made</source>
        <translation>演示这个数是怎样算出来的</translation>
    </message>
    <message>
        <source>Term by term, and then all other numbers; once more to stop and to go on.</source>
        <translation>先逐项相加，再填满其余的数；再按一次可暂停或继续。</translation>
    </message>
    <message>
        <source>One moment on</source>
        <translation>演示下一步</translation>
    </message>
    <message>
        <source>One moment back</source>
        <translation>演示上一步</translation>
    </message>
    <message>
        <source>Show everything at once</source>
        <translation>立即显示全部</translation>
    </message>
    <message>
        <source>Let data flow through the machine</source>
        <translation>让数据在模型图中流动</translation>
    </message>
    <message>
        <source>A short movement along the wires with every step; none where the desktop wants it still.</source>
        <translation>每走一步，数据沿连线流动片刻；桌面设置为减少动画时不流动。</translation>
    </message>
    <message>
        <source>&amp;Figure…</source>
        <translation>插图(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>复制插图(&amp;C)</translation>
    </message>
    <message>
        <source>A figure as the last one was chosen: SVG, PDF and PNG on the clipboard</source>
        <translation>按上次的选择生成插图：以 SVG、PDF 和 PNG 放入剪贴板</translation>
    </message>
    <message>
        <source>&amp;Handout of the walk…</source>
        <translation>讲义(&amp;H)…</translation>
    </message>
    <message>
        <source>A page for each step, as a PDF or as one file for a browser</source>
        <translation>每一步一页，存为 PDF 或单个网页文件</translation>
    </message>
    <message>
        <source>In proportion to the number</source>
        <translation>颜色与数值成正比</translation>
    </message>
    <message>
        <source>Logarithmic: equal steps for equal factors</source>
        <translation>对数：倍数相等，色差相等</translation>
    </message>
    <message>
        <source>Leave out what is below %1 of the scale</source>
        <translation>不显示小于最大值 %1 的数</translation>
    </message>
    <message>
        <source>Leave out no small numbers</source>
        <translation>小的数也全部显示</translation>
    </message>
    <message>
        <source>Strongest colour from %1 of the scale on</source>
        <translation>达到最大值的 %1 即用最深的颜色</translation>
    </message>
    <message>
        <source>Strongest colour at the end of the scale</source>
        <translation>只有最大值用最深的颜色</translation>
    </message>
    <message>
        <source>Take this row out of the sum</source>
        <translation>不再把这一行计入总和</translation>
    </message>
    <message>
        <source>Keep this row, to sum it with others</source>
        <translation>保留这一行，与其他行相加</translation>
    </message>
    <message>
        <source>Then go to another row: their weights are summed, as several words look together. In a map, Ctrl and click or Shift and Up or Down do the same.</source>
        <translation>再选另一行：两行的权重逐格相加，即几个词合起来看向哪里。在图中按住 Ctrl 单击，或按 Shift 加上、下方向键，效果相同。</translation>
    </message>
    <message>
        <source>One row again</source>
        <translation>只看一行</translation>
    </message>
    <message>
        <source>Colours of &amp;weights</source>
        <translation>权重的颜色(&amp;W)</translation>
    </message>
    <message>
        <source>Colours of si&amp;gned numbers</source>
        <translation>正负数的颜色(&amp;G)</translation>
    </message>
    <message>
        <source>Scale of c&amp;olours</source>
        <translation>颜色的刻度(&amp;O)</translation>
    </message>
    <message>
        <source>A figure for paper or slides of what is shown: SVG, PDF, PNG, LaTeX, or moving as WebP</source>
        <translation>把当前画面做成论文或演示文稿用的插图：SVG、PDF、PNG、LaTeX，或 WebP 动图</translation>
    </message>
    <message>
        <source>&amp;Add this place</source>
        <translation>添加书签(&amp;A)</translation>
    </message>
    <message>
        <source>Keeps what is on the screen now, to come back to.</source>
        <translation>记下屏幕上当前的内容，以便回来。</translation>
    </message>
    <message>
        <source>there are as many as a session holds</source>
        <translation>书签数已达上限</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>下一个书签(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious place</source>
        <translation>上一个书签(&amp;V)</translation>
    </message>
    <message>
        <source>Places and no&amp;tes</source>
        <translation>书签与备注(&amp;T)</translation>
    </message>
    <message>
        <source>Next place, in front of a class</source>
        <translation>下一个书签（课堂展示时）</translation>
    </message>
    <message>
        <source>Previous place, in front of a class</source>
        <translation>上一个书签（课堂展示时）</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>No places; what is on the screen stays.</source>
        <translation>清空书签；屏幕上的内容不变。</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
        <source>Places that were saved, and what was on the screen: model, sentence, changes.</source>
        <translation>已保存的书签，以及当时屏幕上的内容：模型、句子和改动。</translation>
    </message>
    <message>
        <source>Sa&amp;ve session</source>
        <translation>保存会话(&amp;V)</translation>
    </message>
    <message>
        <source>The places, and what is on the screen, in a file.</source>
        <translation>把书签和屏幕上的内容存入文件。</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Recent sessions</source>
        <translation>最近的会话(&amp;R)</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>the map is made of several heads</source>
        <translation>此图由多个头合成</translation>
    </message>
    <message>
        <source>Switch the marked heads on (%1)</source>
        <translation>打开标记的头（%1 个）</translation>
    </message>
    <message>
        <source>Switch the marked heads off (%1)</source>
        <translation>关闭标记的头（%1 个）</translation>
    </message>
    <message>
        <source>training took them out</source>
        <translation>训练时已移除它们</translation>
    </message>
    <message>
        <source>Take the mark off this head</source>
        <translation>取消这个头的标记</translation>
    </message>
    <message>
        <source>Mark this head, to see and switch several</source>
        <translation>标记这个头，以便同时查看和开关多个</translation>
    </message>
    <message>
        <source>Marked heads are drawn over each other, each in a colour, and switched together. Among all heads, Ctrl and click does the same.</source>
        <translation>标记的头以不同颜色叠画在一起，并可一同开关。在所有头的网格中，按住 Ctrl 单击效果相同。</translation>
    </message>
    <message>
        <source>Take the marks off all heads</source>
        <translation>取消所有头的标记</translation>
    </message>
</context>
<context>
    <name>AttentionLook</name>
    <message>
        <source>Mean of all heads</source>
        <translation>各头平均</translation>
    </message>
    <message>
        <source>Largest of all heads</source>
        <translation>各头最大值</translation>
    </message>
    <message>
        <source>Mean of all layers and heads</source>
        <translation>各层各头平均</translation>
    </message>
    <message>
        <source>Largest of all layers and heads</source>
        <translation>各层各头最大值</translation>
    </message>
    <message>
        <source>Rollout up to this layer</source>
        <translation>注意力展开（到本层）</translation>
    </message>
    <message>
        <source>Weight × length of value</source>
        <translation>权重 × 值向量长度</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>单个头</translation>
    </message>
    <message>
        <source>The mean of this layer&apos;s heads; a single one may look quite different.</source>
        <translation>本层各头的平均；单个头可能很不一样。</translation>
    </message>
    <message>
        <source>The largest weight of this layer&apos;s heads; rows do not add up to 1.</source>
        <translation>本层各头在每格的最大权重；每行之和不为 1。</translation>
    </message>
    <message>
        <source>The mean of all heads of all layers.</source>
        <translation>所有层所有头的平均。</translation>
    </message>
    <message>
        <source>The largest weight of all heads; rows do not add up to 1.</source>
        <translation>所有头在每格的最大权重；每行之和不为 1。</translation>
    </message>
    <message>
        <source>An estimate of what arrives here from each token, through all layers so far.</source>
        <translation>估计每个词元经过到此为止的各层，有多少传到这里。</translation>
    </message>
    <message>
        <source>Weight times length of the {v:value} it brings, as a share of the row.</source>
        <translation>权重乘以所取{v:值}向量的长度，按行折算成比例。</translation>
    </message>
    <message>
        <source>Attention rollout (Abnar and Zuidema 2020): half of every layer is the mean of its heads, half passes by, and layers are multiplied. Values and feed-forward networks are left out.</source>
        <translation>注意力展开（Abnar 与 Zuidema，2020）：每层一半取各头平均，一半直接通过，再把各层相乘；不计值向量和前馈网络。</translation>
    </message>
    <message>
        <source>A large weight on a short value moves little (after Kobayashi et al. 2020, who measure the value behind W_O).</source>
        <translation>权重大而值向量短，作用就小（参照 Kobayashi 等，2020；他们量的是乘 W_O 之后的值）。</translation>
    </message>
    <message>
        <source>The weights of the chosen head, as the model has them.</source>
        <translation>所选头的注意力权重，与模型中的一致。</translation>
    </message>
    <message>
        <source>What single heads do disappears in it: open them one by one, too.</source>
        <translation>合并之后看不出单个头的作用：也请逐个打开看。</translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation>弧线</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>着色文字</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>looks at itself</source>
        <translation>关注自身</translation>
    </message>
    <message>
        <source>looks at the token before</source>
        <translation>关注前一个词元</translation>
    </message>
    <message>
        <source>looks at the next token</source>
        <translation>关注后一个词元</translation>
    </message>
    <message>
        <source>looks at the first token</source>
        <translation>关注首个词元</translation>
    </message>
    <message>
        <source>looks at punctuation</source>
        <translation>关注标点</translation>
    </message>
    <message>
        <source>looks at special tokens</source>
        <translation>关注特殊词元</translation>
    </message>
    <message>
        <source>looks at the same word elsewhere</source>
        <translation>关注别处的同一个词</translation>
    </message>
    <message>
        <source>how far it looks</source>
        <translation>关注的距离</translation>
    </message>
    <message>
        <source>over how many tokens it spreads</source>
        <translation>分散到多少个词元</translation>
    </message>
    <message>
        <source>looks like the chosen head</source>
        <translation>与所选头相似</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>a token&apos;s text in quotation marks</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the names of tokens in a list</extracomment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1（另有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Heads in colours</source>
        <translation>多头叠加</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>asks</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>written</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>written, %1</source>
        <translation>写出（%1）</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>键</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读入</translation>
    </message>
    <message>
        <source>read, %1</source>
        <translation>读入（%1）</translation>
    </message>
</context>
<context>
    <name>ChangeName</name>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>all layers of the encoder</source>
        <translation>编码器所有层</translation>
    </message>
    <message>
        <source>all layers of the decoder</source>
        <translation>解码器所有层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>encoder layer %1</source>
        <translation>编码器第 %1 层</translation>
    </message>
    <message>
        <source>decoder layer %1</source>
        <translation>解码器第 %1 层</translation>
    </message>
    <message>
        <source>cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>all tokens</source>
        <translation>所有词元</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>词元 %1</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>masked score</source>
        <translation>掩码后的得分</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>mixed value</source>
        <translation>混合后的值</translation>
    </message>
    <message>
        <source>attention&apos;s output</source>
        <translation>注意力的输出</translation>
    </message>
    <message>
        <source>normed vector</source>
        <translation>归一化后的向量</translation>
    </message>
    <message>
        <source>sum behind attention</source>
        <translation>注意力后的和</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>hidden number</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>feed-forward output</source>
        <translation>前馈网络的输出</translation>
    </message>
    <message>
        <source>layer&apos;s output</source>
        <translation>层的输出</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>position vector</source>
        <translation>位置向量</translation>
    </message>
    <message>
        <source>segment vector</source>
        <translation>片段向量</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>input vector</source>
        <translation>输入向量</translation>
    </message>
    <message>
        <source>last vector</source>
        <translation>最后的向量</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>other numbers</source>
        <translation>其他数</translation>
    </message>
    <message>
        <source>%1 %2 → %3 = %4</source>
        <translation>%1 %2 → %3 = %4</translation>
    </message>
    <message>
        <source>%1 of %2 = %3</source>
        <translation>%2 的%1 = %3</translation>
    </message>
    <message>
        <source>%1 of %2, dimension %3 = %4</source>
        <translation>%2 的%1，第 %3 维 = %4</translation>
    </message>
    <message>
        <source>Layer off</source>
        <translation>层已关闭</translation>
    </message>
    <message>
        <source>All heads off</source>
        <translation>所有注意力头已关闭</translation>
    </message>
    <message>
        <source>Head %1 off</source>
        <translation>注意力头 %1 已关闭</translation>
    </message>
    <message>
        <source>Cross-attention off</source>
        <translation>交叉注意力已关闭</translation>
    </message>
    <message>
        <source>Attention off</source>
        <translation>注意力已关闭</translation>
    </message>
    <message>
        <source>Feed-forward off</source>
        <translation>前馈网络已关闭</translation>
    </message>
    <message>
        <source>Positions off</source>
        <translation>位置信息已关闭</translation>
    </message>
    <message>
        <source>Positions shuffled</source>
        <translation>位置已打乱</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Mask lifted</source>
        <translation>掩码已去掉</translation>
    </message>
    <message>
        <source>“%1” blanked</source>
        <translation>“%1”已置空</translation>
    </message>
    <message>
        <source>%1 ↛ %2</source>
        <translation>%1 ↛ %2</translation>
    </message>
</context>
<context>
    <name>ColourMap</name>
    <message>
        <source>White to deep blue</source>
        <translation>白至深蓝</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>灰阶</translation>
    </message>
    <message>
        <source>Blue to red</source>
        <translation>蓝到红</translation>
    </message>
    <message>
        <source>Purple to orange</source>
        <translation>紫到橙</translation>
    </message>
    <message>
        <source>Blue is negative, red is positive.</source>
        <translation>蓝色为负，红色为正。</translation>
    </message>
    <message>
        <source>Purple is negative, orange is positive.</source>
        <translation>紫色为负，橙色为正。</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>至 %1 止</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between what is said of a scale of colours: &quot;logarithmic, from 0.05&quot;</extracomment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>at the input</source>
        <translation>输入处</translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation>第 %1 层之后</translation>
    </message>
    <message>
        <source>Nothing stands for “%1” on the other side.</source>
        <translation>另一侧没有与“%1”对应的词元。</translation>
    </message>
    <message>
        <source>“%1” is the same in both runs, after every layer.</source>
        <translation>“%1”在两次运行中每一层之后都相同。</translation>
    </message>
    <message>
        <source>“%1” first differs %2 (by %3 of its length), and nowhere more.</source>
        <extracomment>it, after layer 2, 64 %</extracomment>
        <translation>“%1”从%2起不同（相差其长度的 %3），也以此处最大。</translation>
    </message>
    <message>
        <source>“%1” first differs %2 (by %3 of its length), most %4 (%5).</source>
        <extracomment>it, after layer 1, 12 %, after layer 3, 64 %</extracomment>
        <translation>“%1”从%2起不同（相差其长度的 %3），%4相差最大（%5）。</translation>
    </message>
    <message>
        <source>in</source>
        <comment>what enters the layers</comment>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1: %2 of the mean length of the two vectors apart</source>
        <extracomment>after layer 3, 64 %</extracomment>
        <translation>%1：相差两个向量平均长度的 %2</translation>
    </message>
    <message>
        <source>Distance of the two vectors, layer by layer</source>
        <translation>两个向量逐层的距离</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>The logit of %1 minus that of %2</source>
        <translation>%1与%2的 logit 之差</translation>
    </message>
    <message>
        <source>The logarithm of the probability of %1</source>
        <translation>%1的对数概率</translation>
    </message>
    <message>
        <source>What was carried</source>
        <translation>移入了什么</translation>
    </message>
    <message>
        <source>%1, %2: the vector of %3 in the run on the right takes the place of that of %4 in the run on the left. All else is computed from there.</source>
        <translation>%1，%2：右侧运行中%3的向量替换了左侧运行中%4的向量，其余部分由此重新计算。</translation>
    </message>
    <message>
        <source>What the answer becomes</source>
        <translation>输出变成什么</translation>
    </message>
    <message>
        <source>The word stays: the likeliest is %1.</source>
        <translation>词没有变：最可能的仍是%1。</translation>
    </message>
    <message>
        <source>The word changes: the likeliest was %1 and is %2.</source>
        <translation>词变了：最可能的词由%1变为%2。</translation>
    </message>
    <message>
        <source>The probability of %1 goes from %2 to %3; on the right it is %4.</source>
        <translation>%1的概率由 %2 变为 %3；右侧为 %4。</translation>
    </message>
    <message>
        <source>Share of the way</source>
        <translation>占全程的比例</translation>
    </message>
    <message>
        <source>%1 is %2 on the left and %3 on the right. With this vector it is %4.</source>
        <translation>%1：左侧为 %2，右侧为 %3；移入这个向量后为 %4。</translation>
    </message>
    <message>
        <source>Residual stream</source>
        <translation>残差流</translation>
    </message>
    <message>
        <source>Output of attention</source>
        <translation>注意力的输出</translation>
    </message>
    <message>
        <source>Output of cross-attention</source>
        <translation>交叉注意力的输出</translation>
    </message>
    <message>
        <source>Output of the feed-forward network</source>
        <translation>前馈网络的输出</translation>
    </message>
    <message>
        <source>The probability of “%1” is %2 on the left and %3 on the right.</source>
        <translation>“%1”的概率：左侧为 %2，右侧为 %3。</translation>
    </message>
    <message>
        <source>Each cell: how much of that way one vector from the right brings, carried into the left run.</source>
        <translation>每一格：把右侧的一个向量移入左侧运行，能实现这段变化的多少。</translation>
    </message>
    <message>
        <source>Activation patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>A share near 1: this one vector carries all that makes the difference at this place. Shares of different vectors need not sum to 1, and may be below 0 or above 1.</source>
        <translation>比例接近 1：造成差别的一切都由这一个向量携带。不同向量的比例之和不一定是 1，单个比例也可能小于 0 或大于 1。</translation>
    </message>
    <message>
        <source>Nothing stands for %1 on the other side.</source>
        <translation>另一侧没有与%1对应的词元。</translation>
    </message>
    <message>
        <source>Choose a cell: a layer and a token. The line goes through the strongest cell of each layer.</source>
        <translation>请选择一格，即某一层的某个词元。折线经过每一层最强的一格。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>layer 2, tired/wide: 72 % of the way</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 of the way</source>
        <translation>全程的 %1</translation>
    </message>
    <message>
        <source>Layers and tokens: what one vector carried over changes</source>
        <translation>层与词元：移入一个向量所引起的变化</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>Difference: %1</source>
        <translation>差：%1</translation>
    </message>
    <message>
        <source>Mixed values of head %1</source>
        <extracomment>the residual stream, Layer 2</extracomment>
        <translation>第 %1 个注意力头混合的值</translation>
    </message>
    <message>
        <source>Mixed values of one head</source>
        <translation>单个注意力头混合的值</translation>
    </message>
    <message>
        <source>%1 brings %2 of the way</source>
        <extracomment>tired/wide brings 72 % of the way</extracomment>
        <translation>%1 走完全程的 %2</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Encoder layer %1</source>
        <translation>编码器第 %1 层</translation>
    </message>
    <message>
        <source>Decoder layer %1</source>
        <translation>解码器第 %1 层</translation>
    </message>
    <message>
        <source>Cross-attention layer %1</source>
        <translation>交叉注意力第 %1 层</translation>
    </message>
    <message>
        <source>%1 · head %2</source>
        <translation>%1 · 头 %2</translation>
    </message>
    <message>
        <source>%1 · feed-forward</source>
        <translation>%1 · 前馈网络</translation>
    </message>
    <message>
        <source>“%1” looks at “%2”</source>
        <translation>“%1”看向“%2”</translation>
    </message>
    <message>
        <source>%1 · all heads</source>
        <translation>%1 · 全部头</translation>
    </message>
    <message>
        <source>%1 · whole layer</source>
        <translation>%1 · 整层</translation>
    </message>
    <message>
        <source>Embedding of the token that was read</source>
        <translation>所读词元的嵌入</translation>
    </message>
    <message>
        <source>Its position</source>
        <translation>它的位置</translation>
    </message>
    <message>
        <source>Its segment</source>
        <translation>它的片段</translation>
    </message>
    <message>
        <source>All biases</source>
        <translation>全部偏置</translation>
    </message>
    <message>
        <source>Your changes</source>
        <translation>你所做的改动</translation>
    </message>
    <message>
        <source>“%1” stays</source>
        <translation>仍是“%1”</translation>
    </message>
    <message>
        <source>“%1” stays the likeliest</source>
        <translation>最可能的仍是“%1”</translation>
    </message>
    <message>
        <source>“%1” takes its place</source>
        <translation>换成“%1”</translation>
    </message>
    <message>
        <source>“%1” becomes the likeliest</source>
        <translation>最可能的变成“%1”</translation>
    </message>
    <message>
        <source>%1 · p stays at %2</source>
        <translation>%1 · p 保持 %2</translation>
    </message>
    <message>
        <source>%1 · p %2 → %3</source>
        <translation>%1 · p %2 → %3</translation>
    </message>
    <message>
        <source>%1 % [%2–%3 %]</source>
        <translation>%1 % [%2–%3 %]</translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>What to notice</source>
        <translation>值得注意</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Save handout</source>
        <translation>保存讲义</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page for a browser (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>handout</source>
        <translation>讲义</translation>
    </message>
    <message>
        <source>Figure copied as SVG, PDF and PNG</source>
        <translation>插图已复制为 SVG、PDF 和 PNG</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>插图</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>How the figure will look</source>
        <translation>插图的预览</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>&amp;Keep…</source>
        <translation>保存预设(&amp;K)…</translation>
    </message>
    <message>
        <source>Keeps this look under a name.</source>
        <translation>把当前外观存为一个预设。</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>Keep this look</source>
        <translation>保存当前外观</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设的名称</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Puts SVG, PDF and PNG on the clipboard (Ctrl+C).</source>
        <translation>把 SVG、PDF 和 PNG 放入剪贴板（Ctrl+C）。</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>关闭(&amp;E)</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message>
        <source>SVG, PDF and PNG are on the clipboard.</source>
        <translation>SVG、PDF 和 PNG 已放入剪贴板。</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>保存插图</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>LaTeX, for TikZ (*.tex)</source>
        <translation>LaTeX，用于 TikZ (*.tex)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数值 (*.csv)</translation>
    </message>
    <message>
        <source>One column: 85 mm, 7 pt</source>
        <translation>单栏：85 毫米，7 pt</translation>
    </message>
    <message>
        <source>One and a half columns: 130 mm, 7 pt</source>
        <translation>一栏半：130 毫米，7 pt</translation>
    </message>
    <message>
        <source>Two columns: 180 mm, 7 pt</source>
        <translation>双栏：180 毫米，7 pt</translation>
    </message>
    <message>
        <source>Slide 16:9: 254 mm, 14 pt</source>
        <translation>16:9 幻灯片：254 毫米，14 pt</translation>
    </message>
    <message>
        <source>Smaller words in the picture follow it, down to 5 pt.</source>
        <translation>图中较小的文字随之变化，最小 5 pt。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>T&amp;ransparent ground</source>
        <translation>透明背景(&amp;R)</translation>
    </message>
    <message>
        <source>Words as sha&amp;pes</source>
        <translation>文字转为轮廓(&amp;P)</translation>
    </message>
    <message>
        <source>They look alike where the font is missing, but cannot be searched or copied.</source>
        <translation>没有该字体时外观不变，但文字无法搜索或复制。</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>字体(&amp;F)</translation>
    </message>
    <message>
        <source>Font si&amp;ze</source>
        <translation>字号(&amp;Z)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Colours of weights</source>
        <translation>权重的颜色(&amp;C)</translation>
    </message>
    <message>
        <source>PN&amp;G resolution</source>
        <translation>PNG 分辨率(&amp;G)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Numbers in cells that have room</source>
        <translation>在放得下的单元格中写出数值(&amp;N)</translation>
    </message>
    <message>
        <source>Colour ba&amp;r with its quantity</source>
        <translation>颜色条，并注明所表示的量(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Beside or below it</source>
        <translation>旁边或下方(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Usual widths</source>
        <translation>常用宽度</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>单栏</translation>
    </message>
    <message>
        <source>One and a half columns</source>
        <translation>一栏半</translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation>双栏</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>16:9 幻灯片</translation>
    </message>
    <message>
        <source>Own width</source>
        <translation>自定宽度</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>宽度（毫米）</translation>
    </message>
    <message>
        <source>Leave &amp;special tokens out</source>
        <translation>略去特殊词元(&amp;S)</translation>
    </message>
    <message>
        <source>Tokens that are looked at</source>
        <translation>被关注的词元</translation>
    </message>
    <message>
        <source>Tokens that look</source>
        <translation>发出关注的词元</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>图注(&amp;A)</translation>
    </message>
    <message>
        <source>Words of the title</source>
        <translation>标题文字</translation>
    </message>
    <message>
        <source>Words of the caption</source>
        <translation>图注文字</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Title of &amp;rows</source>
        <translation>行标题(&amp;R)</translation>
    </message>
    <message>
        <source>Title of col&amp;umns</source>
        <translation>列标题(&amp;U)</translation>
    </message>
    <message>
        <source>probability of the next word</source>
        <translation>下一个词的概率</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>所有注意力头</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>注意力头 %1</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>第 %1 个位置</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>encoder layer %1</source>
        <translation>编码器第 %1 层</translation>
    </message>
    <message>
        <source>cross-attention of layer %1</source>
        <translation>第 %1 层的交叉注意力</translation>
    </message>
    <message>
        <source>decoder layer %1</source>
        <translation>解码器第 %1 层</translation>
    </message>
    <message>
        <source>all heads of the encoder</source>
        <translation>编码器的所有注意力头</translation>
    </message>
    <message>
        <source>all heads of cross-attention</source>
        <translation>交叉注意力的所有注意力头</translation>
    </message>
    <message>
        <source>all heads of the decoder</source>
        <translation>解码器的所有注意力头</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a layer, a head</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Without its attention sink (%1), rows scaled to what they were.</source>
        <translation>已去掉注意力汇聚点（%1），各行按原来的和重新缩放。</translation>
    </message>
    <message>
        <source>Pieces of a word are one: weights on them summed, those from them averaged.</source>
        <translation>同一个词的各部分合并：指向它们的权重相加，由它们发出的权重取平均。</translation>
    </message>
    <message>
        <source>Special tokens are left out; the other weights are as they were.</source>
        <translation>略去了特殊词元，其余权重保持原值。</translation>
    </message>
    <message>
        <source>A part of the tokens is shown.</source>
        <translation>只显示了部分词元。</translation>
    </message>
    <message>
        <source>difference: %1</source>
        <translation>差值：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>model, quantity, place</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Text: “%1”</source>
        <translation>原文：“%1”</translation>
    </message>
    <message>
        <source>Written: “%1”</source>
        <translation>写出：“%1”</translation>
    </message>
    <message>
        <source>Compared with: “%1”</source>
        <translation>对比文本：“%1”</translation>
    </message>
    <message>
        <source>Changed: %1.</source>
        <translation>改动：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>one sentence behind another</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The figure is higher than the slide: choose a smaller font, or fewer tokens.</source>
        <translation>插图高于幻灯片：请减小字号，或减少词元。</translation>
    </message>
    <message>
        <source>The run was read from a file: the figure cannot open it again.</source>
        <translation>此运行读自文件：插图无法再次打开它。</translation>
    </message>
    <message>
        <source>principal components of the embedding</source>
        <translation>嵌入的主成分</translation>
    </message>
    <message>
        <source>probability of the likeliest word</source>
        <translation>最可能的词的概率</translation>
    </message>
    <message>
        <source>token whose vector is carried over</source>
        <translation>移植其向量的词元</translation>
    </message>
    <message>
        <source>share of the way to the other run</source>
        <translation>向另一运行靠近的比例</translation>
    </message>
    <message>
        <source>A walk through %1</source>
        <translation>逐步了解%1</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>attention weight</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>Self-attention</source>
        <translation>自注意力</translation>
    </message>
    <message>
        <source>Self-attention of the encoder</source>
        <translation>编码器的自注意力</translation>
    </message>
    <message>
        <source>Masked self-attention of the decoder</source>
        <translation>解码器的掩码自注意力</translation>
    </message>
    <message>
        <source>Cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>“%1” looks at: %2</source>
        <translation>“%1”关注：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>Where every word looks</source>
        <translation>每个词看向哪里</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>{q:%1} looks at …</source>
        <translation>{q:%1} 看向……</translation>
    </message>
    <message>
        <source>{k:Who looks at} {q:%1}</source>
        <translation>{k:谁在看} {q:%1}</translation>
    </message>
    <message>
        <source>Read: where it looks to write {q:%1}</source>
        <translation>读入：为写出 {q:%1} 看向哪里</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Written: what looked at {k:%1}</source>
        <translation>写出：哪些词看了 {k:%1}</translation>
    </message>
    <message>
        <source>The sentence is too long for one line of this width: it is cut.</source>
        <translation>句子太长，在此宽度内一行放不下：已截断。</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>共 %1 层</translation>
    </message>
    <message>
        <source>Encoder: %1 layers</source>
        <translation>编码器：%1 层</translation>
    </message>
    <message>
        <source>Decoder: %1 layers</source>
        <translation>解码器：%1 层</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>score q·k ÷ √d</source>
        <translation>分数 q·k ÷ √d</translation>
    </message>
    <message>
        <source>score q·k</source>
        <translation>分数 q·k</translation>
    </message>
    <message>
        <source>read last → written (query)</source>
        <translation>刚读入 → 写出（查询）</translation>
    </message>
    <message>
        <source>The cells have no room for numbers of 5 pt: a wider figure has.</source>
        <translation>单元格容不下 5 pt 的数字：请加宽插图。</translation>
    </message>
    <message>
        <source>More than 200,000 cells: they are a bitmap, one pixel for each.</source>
        <translation>单元格超过 200,000 个：改用位图，每格一个像素。</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Lines of all heads</source>
        <translation>所有注意力头的连线</translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation>弧线</translation>
    </message>
    <message>
        <source>Shaded text</source>
        <translation>着色文本</translation>
    </message>
    <message>
        <source>Maps of all heads</source>
        <translation>所有注意力头的热图</translation>
    </message>
    <message>
        <source>Bars of the next word</source>
        <translation>下一个词的条形图</translation>
    </message>
    <message>
        <source>Vectors of all tokens</source>
        <translation>所有词元的向量</translation>
    </message>
    <message>
        <source>Difference of both runs</source>
        <translation>两次运行的差值</translation>
    </message>
    <message>
        <source>Both runs and their difference</source>
        <translation>两次运行及其差值</translation>
    </message>
    <message>
        <source>Vectors carried over</source>
        <translation>向量移植</translation>
    </message>
    <message>
        <source>Map of the vocabulary</source>
        <translation>词表地图</translation>
    </message>
    <message>
        <source>Waves of the positions</source>
        <translation>位置编码的波形</translation>
    </message>
    <message>
        <source>How alike positions are</source>
        <translation>各位置的相似程度</translation>
    </message>
    <message>
        <source>What each layer would say</source>
        <translation>每一层会给出的词</translation>
    </message>
    <message>
        <source>Which words mattered</source>
        <translation>哪些词起了作用</translation>
    </message>
    <message>
        <source>Everything of this step</source>
        <translation>这一步的全部内容</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>component of the encoding</source>
        <translation>编码的分量</translation>
    </message>
    <message>
        <source>position of</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>cosine of the encodings</source>
        <translation>编码的余弦相似度</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>component of the vector</source>
        <translation>向量的分量</translation>
    </message>
    <message>
        <source>difference of components</source>
        <translation>分量之差</translation>
    </message>
    <message>
        <source>(b) minus (a)</source>
        <translation>(b) 减 (a)</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>讲义</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>%1 frames, %2 pixels wide</source>
        <translation>%1 帧，宽 %2 像素</translation>
    </message>
    <message>
        <source>Animated WebP (*.webp)</source>
        <translation>WebP 动图 (*.webp)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消 (Esc)</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>变化(&amp;C)</translation>
    </message>
    <message>
        <source>A &amp;frame stands</source>
        <translation>每帧停留(&amp;F)</translation>
    </message>
    <message>
        <source>W&amp;idth</source>
        <translation>宽度(&amp;I)</translation>
    </message>
    <message>
        <source>Nothing: it stands still</source>
        <translation>无（静态图）</translation>
    </message>
    <message>
        <source>Pictures of one layer, one head or one written word can move.</source>
        <translation>只展示一层、一个注意力头或一个写出的词的图才能做成动图。</translation>
    </message>
    <message>
        <source>It is saved as an animated WebP, which every browser plays.</source>
        <translation>存为 WebP 动图，各种浏览器都能播放。</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>Layer by layer</source>
        <translation>逐层变化</translation>
    </message>
    <message>
        <source>Head by head</source>
        <translation>逐头变化</translation>
    </message>
    <message>
        <source>Word by word, as it is written</source>
        <translation>随写出的词逐词变化</translation>
    </message>
    <message>
        <source>Word %1 of %2: the end</source>
        <translation>第 %1 个词（共 %2 个）：结束</translation>
    </message>
    <message>
        <source>Word %1 of %2: “%3”</source>
        <translation>第 %1 个词（共 %2 个）：“%3”</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>第 %1 层，注意力头 %2</translation>
    </message>
    <message>
        <source>asks (query)</source>
        <translation>查询（关注者）</translation>
    </message>
    <message>
        <source>answers (key)</source>
        <translation>键（被关注者）</translation>
    </message>
</context>
<context>
    <name>GlossaryText</name>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>A piece of text that the model reads at once: a word, a part of one, or a sign.</source>
        <translation>模型一次读入的一段文字：一个词、词的一部分或一个标点。</translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>The list of all tokens that a model knows, each with a number.</source>
        <translation>模型认识的全部词元，每个词元有一个编号。</translation>
    </message>
    <message>
        <source>special token</source>
        <translation>特殊词元</translation>
    </message>
    <message>
        <source>A token that stands for no text, but for a beginning, an end or a task.</source>
        <translation>不代表文字的词元，用来表示开头、结尾或任务。</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>词嵌入</translation>
    </message>
    <message>
        <source>The vector that a token has in a learned table, before anything else is known of it.</source>
        <translation>词元在学得的表中对应的向量，此时还不知道上下文。</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>A row of numbers; one stands for each token at every step.</source>
        <translation>一列数；每一步中，每个词元都有一个。</translation>
    </message>
    <message>
        <source>positional encoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Numbers that say at which place a token stands, because attention itself knows no order.</source>
        <translation>表示词元在第几位的数，因为注意力本身不分先后。</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>The vector with which a token asks what it is looking for.</source>
        <translation>词元用来询问自己在找什么的向量。</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>The vector by which a token is found by the queries of others.</source>
        <translation>供其他词元的查询来匹配的向量。</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The vector that a token hands over to those that look at it.</source>
        <translation>词元交给关注它的词元的向量。</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>The dot product of a query and a key: the larger, the better they fit.</source>
        <translation>查询与键的点积：越大越相配。</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>The rule that no token may look at those after it, because they are not written yet.</source>
        <translation>词元不能看后面词元的规则，因为那些还没有写出来。</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>The step that makes positive shares of any numbers, which add up to 1.</source>
        <translation>把任意一组数变成总和为 1 的正数份额。</translation>
    </message>
    <message>
        <source>attention weight</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>The share of what a token takes in that comes from another one.</source>
        <translation>一个词元所吸收的内容中来自另一个词元的份额。</translation>
    </message>
    <message>
        <source>head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>One of several attentions side by side, each with queries, keys and values of its own.</source>
        <translation>并列的几组注意力之一，各有自己的查询、键和值。</translation>
    </message>
    <message>
        <source>attention sink</source>
        <translation>注意力汇聚点</translation>
    </message>
    <message>
        <source>A token on which weight rests that a head has no better place for.</source>
        <translation>注意力头无处可看时，权重停留的词元。</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>加权和</translation>
    </message>
    <message>
        <source>The sum of all values, each times its attention weight.</source>
        <translation>各个值乘以各自的注意力权重之后的和。</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>The way around a block: what comes in is added to what the block puts out.</source>
        <translation>绕过模块的通路：把输入加到模块的输出上。</translation>
    </message>
    <message>
        <source>layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>The step that brings a vector to mean 0 and variance 1, and then scales it by what was learned.</source>
        <translation>把向量变成均值为 0、方差为 1，再按学得的系数缩放。</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>前馈网络</translation>
    </message>
    <message>
        <source>Two matrices with a bend between them, which work on every token by itself.</source>
        <translation>两个矩阵，中间隔着一个非线性的激活函数，对每个词元单独计算。</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The bend between two matrices, without which they would be one.</source>
        <translation>两个矩阵之间的非线性函数；没有它，两个矩阵就等于一个。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Attention and feed-forward network together; a model has many, one after the other.</source>
        <translation>注意力与前馈网络合在一起；模型由许多层依次组成。</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>The stack of layers that reads the whole text at once.</source>
        <translation>一次读完整段文字的若干层。</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>The stack of layers that writes one token after the other.</source>
        <translation>一个接一个写出词元的若干层。</translation>
    </message>
    <message>
        <source>cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>Attention from what is written to what was read.</source>
        <translation>从已写出的词元看向读入的词元的注意力。</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>The number that the model gives to a token of the vocabulary before softmax.</source>
        <translation>softmax 之前，模型给词表中每个词元的数。</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>The share of chance that a token has to be the next one; all together have 1.</source>
        <translation>一个词元成为下一个词元的可能性；全部加起来是 1。</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>What logits are divided by before softmax: above 1 chance has more to say, below 1 less.</source>
        <translation>softmax 之前用来除 logit 的数：大于 1 更随机，小于 1 更确定。</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>top-k</translation>
    </message>
    <message>
        <source>The rule that only the k likeliest tokens can be drawn.</source>
        <translation>只从概率最大的 k 个词元中抽取的规则。</translation>
    </message>
    <message>
        <source>top-p</source>
        <translation>top-p</translation>
    </message>
    <message>
        <source>The rule that only the likeliest tokens can be drawn which together have the probability p.</source>
        <translation>只从概率最大、合计达到 p 的词元中抽取的规则。</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>The place of a number in a vector.</source>
        <translation>数在向量中的位置。</translation>
    </message>
</context>
<context>
    <name>HeadEffect</name>
    <message>
        <source>Without this head, “%1” here:</source>
        <translation>关闭这个注意力头，此处的“%1”：</translation>
    </message>
    <message>
        <source>Without this head, “%1” stays:</source>
        <translation>关闭这个注意力头，仍写出“%1”：</translation>
    </message>
    <message>
        <source>Without this head, “%2” takes the place of “%1”:</source>
        <translation>关闭这个注意力头，“%1”变为“%2”：</translation>
    </message>
    <message>
        <source>its probability stays at %1.</source>
        <translation>其概率保持 %1。</translation>
    </message>
    <message>
        <source>its probability falls from %1 to %2.</source>
        <translation>其概率从 %1 降到 %2。</translation>
    </message>
    <message>
        <source>its probability rises from %1 to %2.</source>
        <translation>其概率从 %1 升到 %2。</translation>
    </message>
    <message>
        <source>the probability of “%1” stays at %2.</source>
        <translation>“%1”的概率仍为 %2。</translation>
    </message>
    <message>
        <source>the probability of “%1” falls from %2 to %3.</source>
        <translation>“%1”的概率从 %2 降到 %3。</translation>
    </message>
    <message>
        <source>the probability of “%1” rises from %2 to %3.</source>
        <translation>“%1”的概率从 %2 升到 %3。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>To the next picture or control; with Shift, to the one before</source>
        <translation>到下一幅图或控件；加 Shift 则到上一个</translation>
    </message>
    <message>
        <source>In a picture: to the next cell, word, bar or head</source>
        <translation>在图中：到下一个单元格、词、条或注意力头</translation>
    </message>
    <message>
        <source>In a picture: opens the chosen one in the inspector</source>
        <translation>在图中：在检查器里打开所选的数</translation>
    </message>
    <message>
        <source>Out of a picture: the arrow keys are for the steps again</source>
        <translation>离开图：方向键重新用于切换步骤</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Search what you want to do</source>
        <translation>搜索想做的事</translation>
    </message>
    <message>
        <source>In pictures</source>
        <translation>图中</translation>
    </message>
    <message>
        <source>In a map of attention: adds the row above or below to a sum</source>
        <translation>在注意力图中：把上一行或下一行加入总和</translation>
    </message>
    <message>
        <source>In the map of words and the grid of heads: closer, farther, all</source>
        <translation>在词图和注意力头的网格中：放大、缩小、全部显示</translation>
    </message>
    <message>
        <source>In the machine: to the part before or behind</source>
        <translation>在模型结构中：到前一个或后一个部分</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>南非荷兰语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>阿塞拜疆语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰罗尼亚语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>加利西亚语</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克罗地亚语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>格鲁吉亚语</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈萨克语</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛语</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脱维亚语</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>马其顿语</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>马拉雅拉姆语</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古语</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>马拉地语</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>缅甸语</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>尼泊尔语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>普什图语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>僧伽罗语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛文尼亚语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>泰卢固语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>他加禄语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Xhosa</source>
        <translation>科萨语</translation>
    </message>
</context>
<context>
    <name>LineText</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a name and what it is: &quot;head 3: 0.72&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>This model needs about %1 of memory; %2 is free. Open it anyway?</source>
        <translation>这个模型约需 %1 内存，现在空闲 %2。仍要打开吗？</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Translator</source>
        <translation>翻译模型</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>续写模型</translation>
    </message>
    <message>
        <source>Fill the gap</source>
        <translation>填空模型</translation>
    </message>
</context>
<context>
    <name>ModelOpening</name>
    <message>
        <source>Recorded: %1</source>
        <translation>运行记录：%1</translation>
    </message>
    <message>
        <source>Open trace</source>
        <translation>打开运行记录</translation>
    </message>
    <message>
        <source>Recorded runs (*.safetensors)</source>
        <translation>运行记录 (*.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>A recorded run, from %1: it can be looked at, not run again. Choose a model to leave it.</source>
        <translation>这是来自 %1 的运行记录：只能查看，不能重新运行。选择一个模型即可退出该记录。</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>”、“</translation>
    </message>
    <message>
        <source>This model knows a small world. Words that it does not know are read in pieces, so expect odd answers: %1.</source>
        <translation>这个模型只认识一个小世界。不认识的词会拆成片段来读，答案可能很奇怪：%1。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Without this the model could not tell “dog bites man” from “man bites dog”: attention itself does not know any order.</source>
        <translation>没有它，模型就分不清“狗咬人”和“人咬狗”：注意力本身不区分顺序。</translation>
    </message>
    <message>
        <source>There is no single vector for the sentence: the decoder can look at every token for every word that it writes.</source>
        <translation>并没有一个代表整句的向量：解码器每写一个词元，都可以关注每一个源词元。</translation>
    </message>
    <message>
        <source>The same kind of network as in the encoder, with weights of its own.</source>
        <translation>与编码器中的前馈网络结构相同，但有自己的权重。</translation>
    </message>
    <message>
        <source>One row of this matrix is all that the choice of the next word is made from.</source>
        <translation>选择下一个词元，依据的只是这个矩阵中的一行。</translation>
    </message>
    <message>
        <source>The model does not write a word, it writes a distribution. Which word is taken from it is decided outside of the network.</source>
        <translation>模型写出的不是一个词元，而是一个概率分布。从中取哪个词元，是在网络之外决定的。</translation>
    </message>
    <message>
        <source>The decoder reads its own words exactly as the encoder reads yours: each is a row of the table.</source>
        <translation>解码器读取自己写出的词元，与编码器读取输入的方式完全相同：每个词元都是嵌入表中的一行。</translation>
    </message>
    <message>
        <source>The decoder reads its own words exactly as the encoder reads yours: a row of the table plus the position.</source>
        <translation>解码器读取自己写出的词元，与编码器读取输入的方式完全相同：取嵌入表中的一行，再加上位置编码。</translation>
    </message>
    <message>
        <source>The same token has the same row wherever it stands: nothing of its sentence is in it yet. A single column seldom has a meaning of its own.</source>
        <translation>同一个词元无论出现在哪里，取到的都是同一行：其中还没有任何上下文信息。单独一列很少有独立的含义。</translation>
    </message>
    <message>
        <source>No number says yet where a token stands: that comes in where queries meet keys.</source>
        <translation>到这里还没有任何数表示词元的位置：位置信息要到查询与键相乘时才加入。</translation>
    </message>
    <message>
        <source>No number says where a token stands.</source>
        <translation>没有任何数表示词元的位置。</translation>
    </message>
    <message>
        <source>Token and position share one vector. No number is set apart for either; the layers learn to tell them apart.</source>
        <translation>词元与位置共用一个向量，没有哪个数专属于其中之一；各层在训练中学会把二者区分开。</translation>
    </message>
    <message>
        <source>Attention itself does not know any order. Here the mask gives some of it away, since each token sees only those before it; the positions tell the rest.</source>
        <translation>注意力本身不区分顺序。在这里，因果掩码透露了一部分顺序，因为每个词元只能关注它自己和前面的词元；其余的由位置编码提供。</translation>
    </message>
    <message>
        <source>Everything that follows is one run of a trained network on exactly this text. Change a word: its own numbers change at once, and through attention those of the other words change with them.</source>
        <translation>后面的一切，都是一个训练好的网络对这段文字的一次真实运行。改动一个词，它自己的数立刻改变，其他词的数也会通过注意力随之改变。</translation>
    </message>
    <message>
        <source>Everything that follows is one run of a trained network on exactly this text. Change a word: its own numbers change at once, and through attention those of the words after it. Nothing before it changes.</source>
        <translation>后面的一切，都是一个训练好的网络对这段文字的一次真实运行。改动一个词，它自己的数立刻改变，后面的词的数也会通过注意力改变；它前面的都不变。</translation>
    </message>
    <message>
        <source>Each token that was written becomes input for the next one. An early slip is therefore carried on.</source>
        <translation>写出的每个词元都会成为生成下一个词元的输入，因此早先的错误会一直影响后面。</translation>
    </message>
    <message>
        <source>The model never sees letters, only these numbers. Change one letter of a word: it becomes another entry of the vocabulary, or falls into several pieces.</source>
        <translation>模型看不到文字本身，只看到这些编号。把一个词改动一个字母，它就会变成词表中的另一项，或被切成几个片段。</translation>
    </message>
    <message>
        <source>The token keeps what it was and gets something added. That is one reason why a network of many layers can still be trained.</source>
        <translation>词元保留原有的内容，再加上新的内容。这是很深的网络仍能训练的原因之一。</translation>
    </message>
    <message>
        <source>{q:Queries} come from the tokens that were written, {k:keys} and {v:values} from the text that was read. Where the two order their words differently, the large weights leave the diagonal.</source>
        <translation>{q:查询}来自已写出的词元，{k:键}和{v:值}来自读入的文本。两种语言语序不同的地方，较大的权重会偏离对角线。</translation>
    </message>
    <message>
        <source>Attention moved information between tokens; here each token is worked on alone, with the same matrices for all.</source>
        <translation>注意力在词元之间传递信息；而在这里，每个词元单独处理，所有词元使用相同的矩阵。</translation>
    </message>
    <message>
        <source>Each head had only its own few columns to write to. W_O combines what the heads have found for the first time.</source>
        <translation>此前每个头只能写入自己的那几列。W_O 第一次把各头的信息融合起来。</translation>
    </message>
    <message>
        <source>Same shape as what came in. That is why layers can be stacked: each did the same with weights of its own.</source>
        <translation>形状与输入相同，所以层可以堆叠：每一层都用自己的权重做同样的计算。</translation>
    </message>
    <message>
        <source>Same shape as what came in, so that the next layer can do the same again with weights of its own.</source>
        <translation>形状与输入相同，因此下一层可以用自己的权重再做一遍同样的计算。</translation>
    </message>
    <message>
        <source>The first token can only look at itself, so its weight is 1 whatever the numbers are.</source>
        <translation>第一个词元只能关注自己，所以无论数值如何，它的权重都是 1。</translation>
    </message>
    <message>
        <source>Training asks for the next token at every position of a text at once; without the mask the model could copy it. Whoever writes has nothing after the last token, so there the mask hides nothing.</source>
        <translation>训练时，文本的每个位置都同时预测下一个词元；没有掩码，模型就可以直接照抄。生成时，最后一个词元后面什么也没有，掩码在那里并不遮住任何东西。</translation>
    </message>
    <message>
        <source>All three come from the same vector of the same token, through three different matrices. In every head a token has a {q:query}, a {k:key} and a {v:value} of its own.</source>
        <translation>三者都来自同一个词元的同一个向量，只是乘以三个不同的矩阵。在每个头里，每个词元都有自己的{q:查询}、{k:键}和{v:值}。</translation>
    </message>
    <message>
        <source>All three come from the same vector of the same token, through three different matrices. Every head has a {q:query} of its own; several heads share a {k:key} and a {v:value}.</source>
        <translation>三者都来自同一个词元的同一个向量，只是乘以三个不同的矩阵。每个头有自己的{q:查询}；若干个头共用一组{k:键}和{v:值}。</translation>
    </message>
    <message>
        <source>A score is high where {q:query} and {k:key} point in similar directions, and the higher the longer they are. Row and column differ: what one token asks of another is not what the other asks of it.</source>
        <translation>{q:查询}与{k:键}方向越接近、长度越大，分数就越高。行与列并不对称：甲对乙的查询，不同于乙对甲的查询。</translation>
    </message>
    <message>
        <source>A large weight shows where this head takes its values from; it does not prove why. Switch the head off to see what it changes.</source>
        <translation>权重大，只说明这个头从哪里取值，并不能证明原因。关闭这个头，看看会改变什么。</translation>
    </message>
    <message>
        <source>Nothing is picked, everything is mixed: even a token with a small weight leaves a trace in the sum.</source>
        <translation>这里不是挑选，而是加权求和：权重再小的词元，也会在总和里留下一点影响。</translation>
    </message>
    <message>
        <source>Nothing is picked, everything that may be seen is mixed: even a token with a small weight leaves a trace in the sum. Only masked ones leave none.</source>
        <translation>这里不是挑选，而是对所有可见的词元加权求和：权重再小的词元，也会在总和里留下一点影响；只有被掩码遮住的没有影响。</translation>
    </message>
    <message>
        <source>Choose a written word and go back one step to see what it was chosen from.</source>
        <translation>选择一个写出的词，再返回上一步，就能看到它是从哪些候选中选出的。</translation>
    </message>
    <message>
        <source>Choose a position and go back one step to see what else could stand there.</source>
        <translation>选择一个位置，再返回上一步，就能看到那里还可能是什么词。</translation>
    </message>
    <message>
        <source>Each vector knows what stands before its token; only the last one has seen the whole text.</source>
        <translation>每个向量只含有该词元及其前面的信息；只有最后一个看过全文。</translation>
    </message>
    <message>
        <source>There is no single vector for the sentence: every token has kept one of its own, and has taken in what the heads brought from the others.</source>
        <translation>并没有一个代表整句的向量：每个词元都保留自己的向量，并融入了各头从其他词元带来的信息。</translation>
    </message>
    <message>
        <source>The norm stands on the stream itself here, as in the paper of 2017: nothing goes past it unchanged.</source>
        <translation>这里的归一化作用在残差流本身上，与 2017 年的论文相同：没有任何内容能绕过它原样通过。</translation>
    </message>
    <message>
        <source>Only the side of the decoder is normed here: the output of the encoder has its own norm already.</source>
        <translation>这里只对解码器一侧做归一化：编码器的输出已经有自己的归一化。</translation>
    </message>
    <message>
        <source>In the stream numbers can grow from layer to layer. The norm keeps what a block reads at one size, so that the next matrix can work with it.</source>
        <translation>残差流中的数可能逐层变大。归一化使子层读到的数保持同一尺度，便于后面的矩阵处理。</translation>
    </message>
    <message>
        <source>Training took all heads of this layer out: nothing of what they mix gets through W_O. The output is the bias alone, the same for every token.</source>
        <translation>训练时已移除这一层的所有头：它们的加权和都通不过 W_O。输出只剩偏置，对每个词元都相同。</translation>
    </message>
    <message>
        <source>Training took %1 of the %2 heads of this layer out: W_O multiplies their columns by 0. It combines what the other heads have found.</source>
        <translation>训练时已移除这一层 %2 个头中的 %1 个：W_O 把它们的列乘以 0，只融合其余各头的信息。</translation>
    </message>
    <message>
        <source>This model has one head in each layer; W_O turns what it found into the dimensions of the stream.</source>
        <translation>这个模型每层只有一个头；W_O 把它的结果变换到残差流的维度。</translation>
    </message>
    <message>
        <source>Training took this head out: it still attends, but W_O multiplies what it mixes by 0. Its pattern has no part in the answer.</source>
        <translation>训练时已移除这个头：它仍计算注意力，但 W_O 把它的加权和乘以 0，所以它的注意力图与输出无关。</translation>
    </message>
    <message>
        <source>Everything that follows was recorded of one run of a trained network on exactly this text.</source>
        <translation>后面的一切，都是一个训练好的网络对这段文字的一次运行的记录。</translation>
    </message>
    <message>
        <source>Each of the three blocks of a decoder layer has such a path around it: masked attention, cross-attention and the feed-forward network.</source>
        <translation>解码器每层的三个子层都有这样一条绕行的支路：带掩码的自注意力、交叉注意力和前馈网络。</translation>
    </message>
    <message>
        <source>This sum is the only place of a decoder layer where something of the encoder&apos;s output enters the vectors of the written tokens.</source>
        <translation>在解码器的一层里，只有这个和把编码器输出的信息加进已写出词元的向量。</translation>
    </message>
    <message>
        <source>Same shape as what came in. That is why layers can be stacked.</source>
        <translation>形状与输入相同，所以层可以堆叠。</translation>
    </message>
    <message>
        <source>A large weight shows where this head takes its values from; it does not prove why.</source>
        <translation>权重大，只说明这个头从哪里取值，并不能证明原因。</translation>
    </message>
    <message>
        <source>Training never let a token see those after it: what the model makes of them now, it has not learned.</source>
        <translation>训练时词元从未看到后文：模型现在怎样利用它们，并没有学过。</translation>
    </message>
    <message>
        <source>Queries, keys and values are made of norm(x), not of x: redo a sum with the numbers before the norm and it will not come out.</source>
        <translation>查询、键和值由 norm(x) 而不是 x 算出：用归一化之前的数去算，结果对不上。</translation>
    </message>
    <message>
        <source>However large the two summands were, every vector leaves the layer at much the same size.</source>
        <translation>无论两个加数多大，离开本层时各向量的大小都差不多。</translation>
    </message>
    <message>
        <source>Every block of the decoder has a norm of its own in front of it, with learned numbers of its own.</source>
        <translation>解码器的每个子层之前都有自己的归一化，参数各自学得。</translation>
    </message>
    <message>
        <source>Every block of the decoder has a norm of its own behind it, with learned numbers of its own.</source>
        <translation>解码器的每个子层之后都有自己的归一化，参数各自学得。</translation>
    </message>
    <message>
        <source>What a norm multiplies by is learned: one number, the gain, for every dimension.</source>
        <translation>归一化所乘的数是学得的：每一维一个，叫作增益。</translation>
    </message>
    <message>
        <source>A score by itself says little: only the distances between scores count. Adding 5 to all of them changes no probability.</source>
        <translation>单独一个分数说明不了什么，重要的只是分数之间的差。给所有分数都加 5，概率不变。</translation>
    </message>
    <message>
        <source>What single heads do disappears in a map that is made of several numbers: open them one by one, too. And weight is not yet effect.</source>
        <translation>合并的图里看不出单个头的作用：也请逐个打开看。而且权重并不等于影响。</translation>
    </message>
    <message>
        <source>Training let “it” see the two nouns mainly in this head, and told it in some sentences which noun is meant. The pairs of nouns that it is judged by were not among them. Switch the head off to see what it changes.</source>
        <translation>训练时，“it”主要只能在这个头里看到两个名词；在一部分句子里还告诉过它指的是哪个名词，但用来评判它的名词对不在其中。关闭这个头，看看会有什么变化。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>PlaceActs</name>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>encoder layer %1</source>
        <translation>编码器第 %1 层</translation>
    </message>
    <message>
        <source>decoder layer %1</source>
        <translation>解码器第 %1 层</translation>
    </message>
    <message>
        <source>%1 · %2, head %3</source>
        <translation>%1 · %2，头 %3</translation>
    </message>
    <message>
        <source>Place %1 added: %2</source>
        <translation>已添加书签 %1：%2</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Glassformer ended before a session was saved.</source>
        <translation>Glassformer 上次结束时，有一个会话尚未保存。</translation>
    </message>
    <message>
        <source>Glassformer ended before the places of “%1” were saved.</source>
        <translation>Glassformer 上次结束时，“%1”中的书签尚未保存。</translation>
    </message>
    <message>
        <source>Places in it: %1. Last change: %2.</source>
        <translation>其中有 %1 个书签。最后改动：%2。</translation>
    </message>
    <message>
        <source>Unsaved places</source>
        <translation>未保存的书签</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Don’t</source>
        <translation>不恢复</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>a token at itself</source>
        <translation>词元看向自己</translation>
    </message>
    <message>
        <source>a token at the one before</source>
        <translation>词元看向前一个词元</translation>
    </message>
    <message>
        <source>a token at the one behind</source>
        <translation>词元看向后一个词元</translation>
    </message>
    <message>
        <source>a token at the first one</source>
        <translation>词元看向第一个词元</translation>
    </message>
    <message>
        <source>a token at the last one</source>
        <translation>词元看向最后一个词元</translation>
    </message>
    <message>
        <source>a token at the same one elsewhere</source>
        <translation>词元看向别处相同的词元</translation>
    </message>
    <message>
        <source>a determiner at its noun</source>
        <translation>限定词看向它的名词</translation>
    </message>
    <message>
        <source>a noun at its determiner</source>
        <translation>名词看向它的限定词</translation>
    </message>
    <message>
        <source>an adjective at its noun</source>
        <translation>形容词看向它的名词</translation>
    </message>
    <message>
        <source>a noun at its adjective</source>
        <translation>名词看向它的形容词</translation>
    </message>
    <message>
        <source>a verb at its auxiliary</source>
        <translation>动词看向它的助动词</translation>
    </message>
    <message>
        <source>an auxiliary at its verb</source>
        <translation>助动词看向它的动词</translation>
    </message>
    <message>
        <source>a verb at its subject</source>
        <translation>动词看向它的主语</translation>
    </message>
    <message>
        <source>a subject at its verb</source>
        <translation>主语看向它的动词</translation>
    </message>
    <message>
        <source>a verb at its object</source>
        <translation>动词看向它的宾语</translation>
    </message>
    <message>
        <source>an object at its verb</source>
        <translation>宾语看向它的动词</translation>
    </message>
    <message>
        <source>a pronoun at its noun</source>
        <translation>代词看向它所指的名词</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%3 例中的 %2）</translation>
    </message>
    <message numerus="yes">
        <source>Measured over %n sentences, most often here looks: %1.</source>
        <translation>
            <numerusform>用 %n 个句子测得，这个头里最常见的是：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>SessionQuestions</name>
    <message>
        <source>Sessions (*.glassformer)</source>
        <translation>会话文件 (*.glassformer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The places of this session are not saved.</source>
        <translation>本次会话的书签尚未保存。</translation>
    </message>
    <message>
        <source>The changes to the places of “%1” are not saved.</source>
        <translation>对“%1”中书签的改动尚未保存。</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>Unsaved places</source>
        <translation>未保存的书签</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Name or folder of a model.</source>
        <translation>模型的名称或文件夹。</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The sentence to read.</source>
        <translation>要读入的句子。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Language to write: en, fr, zh, or as the model calls it.</source>
        <translation>目标语言：en、fr、zh，或模型所用的名称。</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Step to begin with, such as softmax.</source>
        <translation>从哪一步开始，例如 softmax。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Shows how a Transformer computes, step by step.</source>
        <translation>一步一步展示 Transformer 如何计算。</translation>
    </message>
    <message>
        <source>link|file</source>
        <translation>链接|文件</translation>
    </message>
    <message>
        <source>A recorded run to open: a file of tensors.</source>
        <translation>要打开的运行记录：张量文件。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Language of the window: en, zh_CN.</source>
        <translation>窗口语言：en、zh_CN。</translation>
    </message>
    <message>
        <source>Colours: desktop, light, dark.</source>
        <translation>配色：desktop、light、dark。</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Quit as soon as the first picture is on the screen.</source>
        <translation>第一幅图显示后立即退出。</translation>
    </message>
    <message>
        <source>Begin as at the very first start, and remember nothing of before.</source>
        <translation>像第一次启动那样开始，不用以前记住的任何内容。</translation>
    </message>
    <message>
        <source>The same as --view; or a recorded run, or a file of a model.</source>
        <translation>与 --view 相同；也可以是运行记录或模型中的文件。</translation>
    </message>
    <message>
        <source>All of the following at once: a link glassformer:?..., a file with such a text or JSON, a session, or a figure.</source>
        <translation>一次给出以下全部：链接 glassformer:?...、含有这种文字或 JSON 的文件、会话文件，或插图。</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>The sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>What goes in and what comes out. Everything in between is shown step by step.</source>
        <translation>输入什么、输出什么。中间的一切将一步一步展示。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The text is cut into pieces of the vocabulary; each has a number.</source>
        <translation>文字被切成词表中的片段，每个片段有一个编号。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Each token&apos;s number picks one row of the embedding table, times √d_model.</source>
        <translation>每个词元的编号取出嵌入表中的一行，再乘以 √d_model。</translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Query, key, value</source>
        <translation>查询、键、值</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Each query times each key, divided by √d_k.</source>
        <translation>每个查询与每个键的点积，除以 √d_k。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>值的加权和</translation>
    </message>
    <message>
        <source>All heads joined</source>
        <translation>拼接多头</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>残差相加</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>前馈网络</translation>
    </message>
    <message>
        <source>Output of the encoder</source>
        <translation>编码器输出</translation>
    </message>
    <message>
        <source>After the last layer: what the decoder reads of the sentence.</source>
        <translation>最后一层之后：解码器读到的句子。</translation>
    </message>
    <message>
        <source>Written so far</source>
        <translation>已写出的部分</translation>
    </message>
    <message>
        <source>The decoder writes one token at a time. Choose the one that it is about to write.</source>
        <translation>解码器一次写一个词元。选择它将要写的词元。</translation>
    </message>
    <message>
        <source>Input of the decoder</source>
        <translation>解码器输入</translation>
    </message>
    <message>
        <source>Scores and mask</source>
        <translation>分数与掩码</translation>
    </message>
    <message>
        <source>Masked attention</source>
        <translation>带掩码的自注意力</translation>
    </message>
    <message>
        <source>Cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>Feed-forward of the decoder</source>
        <translation>解码器前馈网络</translation>
    </message>
    <message>
        <source>Output of the decoder</source>
        <translation>解码器输出</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性层</translation>
    </message>
    <message>
        <source>The next word</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>模型的输出</translation>
    </message>
    <message>
        <source>The finished sentence, token by token.</source>
        <translation>完整的输出，按词元显示。</translation>
    </message>
    <message>
        <source>Each token&apos;s number picks one row of the embedding table.</source>
        <translation>每个词元的编号从嵌入表中取出一行。</translation>
    </message>
    <message>
        <source>Learned positions</source>
        <translation>可学习的位置编码</translation>
    </message>
    <message>
        <source>Input of the first layer</source>
        <translation>第一层的输入</translation>
    </message>
    <message>
        <source>Each query times each key, plus a learned number for their distance.</source>
        <translation>每个查询与每个键的点积，再加上一个学得的偏置（由两者的距离决定）。</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Gated feed-forward</source>
        <translation>门控前馈网络</translation>
    </message>
    <message>
        <source>Last vectors</source>
        <translation>最后一层的隐藏向量</translation>
    </message>
    <message>
        <source>After the last layer: one vector for every token.</source>
        <translation>最后一层之后：每个词元一个向量。</translation>
    </message>
    <message>
        <source>The sentence with its gaps filled.</source>
        <translation>填好空的句子。</translation>
    </message>
    <message>
        <source>Decoder input</source>
        <translation>解码器输入</translation>
    </message>
    <message>
        <source>The tokens written so far: a row of the embedding table for each, plus its position.</source>
        <translation>已写出的词元：每个取嵌入表中的一行，再加上位置编码。</translation>
    </message>
    <message>
        <source>The tokens written so far: a row of the embedding table for each.</source>
        <translation>已写出的词元：每个取嵌入表中的一行。</translation>
    </message>
    <message>
        <source>Embedding plus position plus segment, which tells two sentences apart, is the input of the first layer.</source>
        <translation>嵌入加位置编码，再加区分两个句子的段嵌入，就是第一层的输入。</translation>
    </message>
    <message>
        <source>Embedding plus position is the input of the first layer.</source>
        <translation>嵌入加位置编码，就是第一层的输入。</translation>
    </message>
    <message>
        <source>No position is added here.</source>
        <translation>这里不加位置编码。</translation>
    </message>
    <message>
        <source>%1 A norm brings every vector to the same scale before the first layer reads it.</source>
        <translation>%1第一层读取之前，先用归一化把每个向量调整到同一尺度。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Sum &amp; norm</source>
        <translation>求和与归一化</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Each position has a row of its own in a second table, found by training.</source>
        <translation>每个位置在另一张表中有自己的一行，由训练得到。</translation>
    </message>
    <message>
        <source>Sines and cosines of many wavelengths tell each position from every other.</source>
        <translation>用许多不同波长的正弦和余弦，使每个位置都与其他位置不同。</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Text → tokens</source>
        <translation>文字 → 词元</translation>
    </message>
    <message>
        <source>The output of attention is added to what came in. This path around a block is called the residual connection.</source>
        <translation>把注意力的输出加到输入上。这条绕过子层的通路叫作残差连接。</translation>
    </message>
    <message>
        <source>Gated feed-forward of the decoder</source>
        <translation>解码器的门控前馈网络</translation>
    </message>
    <message>
        <source>Every token for itself: two wide projections multiplied, one as a gate for the other, then back to d_model numbers.</source>
        <translation>每个词元各自进行：两个升维的投影相乘，其中一个作为另一个的门控，再降回 d_model 个数。</translation>
    </message>
    <message>
        <source>Every written token for itself: a wide hidden layer, then back to d_model numbers.</source>
        <translation>每个写出的词元各自进行：先升维到隐藏层，再降回 d_model 个数。</translation>
    </message>
    <message>
        <source>Every token for itself: a wide hidden layer, then back to d_model numbers.</source>
        <translation>每个词元各自进行：先升维到隐藏层，再降回 d_model 个数。</translation>
    </message>
    <message>
        <source>Join heads</source>
        <translation>拼接多头</translation>
    </message>
    <message>
        <source>What the heads have mixed stands side by side and is multiplied by one more matrix, W_O.</source>
        <translation>把各头的加权和拼接起来，再乘以输出矩阵 W_O。</translation>
    </message>
    <message>
        <source>What layer %1 passes on to layer %2.</source>
        <translation>第 %1 层传给第 %2 层的内容。</translation>
    </message>
    <message>
        <source>What the last layer puts out. One more norm follows before anything reads it.</source>
        <translation>最后一层的输出。被读取之前还要再做一次归一化。</translation>
    </message>
    <message>
        <source> — which tokens up to itself does %1 look at?</source>
        <translation> — %1 在自己和前面的词元中关注哪些？</translation>
    </message>
    <message>
        <source>How much each written token looks at itself and at those before it; every row adds up to 1.</source>
        <translation>每个写出的词元对自己和前面各词元的关注程度；每行之和为 1。</translation>
    </message>
    <message>
        <source>Masked scores</source>
        <translation>带掩码的分数</translation>
    </message>
    <message>
        <source>Causal mask</source>
        <translation>因果掩码</translation>
    </message>
    <message>
        <source>A written token must not look at what comes after it: those scores become −∞.</source>
        <translation>写出的词元不能关注它后面的内容：那些分数变为 −∞。</translation>
    </message>
    <message>
        <source>A token must not look at what comes after it: those scores become −∞.</source>
        <translation>词元不能关注它后面的内容：那些分数变为 −∞。</translation>
    </message>
    <message>
        <source>Q K V, turned</source>
        <translation>Q K V（旋转后）</translation>
    </message>
    <message>
        <source>Q K V</source>
        <translation>Q K V</translation>
    </message>
    <message>
        <source>Three learned matrices make three shorter vectors (projections) of every token; queries and keys are then turned by an angle that grows with the position.</source>
        <translation>三个学得的矩阵把每个词元的向量变成三个较短的向量（投影）；查询和键再按位置旋转一个角度。</translation>
    </message>
    <message>
        <source>Three learned matrices make three shorter vectors (projections) of every token: what it looks for, what it can be found by, what it passes on.</source>
        <translation>三个学得的矩阵把每个词元的向量变成三个较短的向量（投影）：查询（要找什么）、键（凭什么被找到）、值（提供什么内容）。</translation>
    </message>
    <message>
        <source>Each query times each key.</source>
        <translation>每个查询与每个键的点积。</translation>
    </message>
    <message>
        <source>Each query times each key, divided by √d_k, plus a learned number for their distance.</source>
        <translation>每个查询与每个键的点积，除以 √d_k，再加上一个学得的偏置（由两者的距离决定）。</translation>
    </message>
    <message>
        <source>Scores + distance</source>
        <translation>分数 + 距离偏置</translation>
    </message>
    <message>
        <source>Scores ÷ √d</source>
        <translation>分数 ÷ √d</translation>
    </message>
    <message>
        <source> — which tokens does %1 look at?</source>
        <translation> — %1 关注哪些词元？</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 个头</translation>
    </message>
    <message>
        <source>Each row is a token that asks, each column one that answers; every row adds up to 1. Click a cell to see how its number is made.</source>
        <translation>每行是一个查询词元，每列是一个被关注的词元；每行之和为 1。点击一个单元格，看它的数是怎样算出来的。</translation>
    </message>
    <message>
        <source>The values of all tokens, each times its weight in the chosen row, added up.</source>
        <translation>把所有词元的值乘以所选行中各自的权重，再相加。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The sentence as far as it was written, token by token.</source>
        <translation>到目前为止写出的句子，按词元显示。</translation>
    </message>
    <message>
        <source>Decoder output</source>
        <translation>解码器输出</translation>
    </message>
    <message>
        <source>After the last layer: one vector for every position, from which the next word is predicted.</source>
        <translation>最后一层之后：每个位置一个向量，用来预测下一个词元。</translation>
    </message>
    <message>
        <source>Encoder output</source>
        <translation>编码器输出</translation>
    </message>
    <message>
        <source>One number for every entry of the vocabulary, of any sign: the scores, called logits, that softmax turns into probabilities.</source>
        <translation>词表中的每一项得到一个数，可正可负：这些分数叫作 logits，softmax 把它们变成概率。</translation>
    </message>
    <message>
        <source>The word at a position</source>
        <translation>该位置的词元</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Word at a position</source>
        <translation>该位置的词元</translation>
    </message>
    <message>
        <source>Softmax makes probabilities of the scores. Click another word to make the model write it.</source>
        <translation>Softmax 把分数变成概率。点击另一个词，让模型写出它。</translation>
    </message>
    <message>
        <source>Softmax makes probabilities of the scores: what could stand here?</source>
        <translation>Softmax 把分数变成概率：这里可能是什么词？</translation>
    </message>
    <message>
        <source>Layer %1 of %2 · %3</source>
        <translation>第 %1 层（共 %2 层）· %3</translation>
    </message>
    <message>
        <source>Encoder layer %1 of %2 · %3</source>
        <translation>编码器第 %1 层（共 %2 层）· %3</translation>
    </message>
    <message>
        <source>Decoder layer %1 of %2 · %3</source>
        <translation>解码器第 %1 层（共 %2 层）· %3</translation>
    </message>
    <message>
        <source>Norm before attention</source>
        <translation>注意力之前的归一化</translation>
    </message>
    <message>
        <source>Norm after attention</source>
        <translation>注意力之后的归一化</translation>
    </message>
    <message>
        <source>RMSNorm</source>
        <translation>RMSNorm</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>A norm brings the vector of every token to the same scale. Attention reads what comes out, norm(x); the stream itself, x, goes past unchanged.</source>
        <translation>归一化把每个词元的向量调整到同一尺度。注意力读取的是结果 norm(x)；残差流 x 本身原样通过。</translation>
    </message>
    <message>
        <source>A norm brings the sum of every token to the same scale. What comes out is the stream from here on.</source>
        <translation>归一化把每个词元的和调整到同一尺度，结果就是此后的残差流。</translation>
    </message>
    <message>
        <source> — after %1, where does it look to write %2?</source>
        <translation> — 读完 %1、写 %2 时关注哪里？</translation>
    </message>
    <message>
        <source>Norm before cross-attention</source>
        <translation>交叉注意力之前的归一化</translation>
    </message>
    <message>
        <source>Norm after cross-attention</source>
        <translation>交叉注意力之后的归一化</translation>
    </message>
    <message>
        <source>Queries of cross-attention are made of norm(x). Its keys and values are made of the output of the encoder.</source>
        <translation>交叉注意力的查询由 norm(x) 算出，键和值由编码器的输出算出。</translation>
    </message>
    <message>
        <source>What cross-attention found was added to the stream, and a norm brings the sum to one scale.</source>
        <translation>交叉注意力的输出已加到残差流上，再用归一化把和调整到同一尺度。</translation>
    </message>
    <message>
        <source>Norm before the feed-forward network of the decoder</source>
        <translation>解码器前馈网络之前的归一化</translation>
    </message>
    <message>
        <source>Norm after the feed-forward network of the decoder</source>
        <translation>解码器前馈网络之后的归一化</translation>
    </message>
    <message>
        <source>The feed-forward network of the decoder reads norm(x), the stream goes past unchanged.</source>
        <translation>解码器的前馈网络读取 norm(x)，残差流原样通过。</translation>
    </message>
    <message>
        <source>A norm brings the sum to one scale. What comes out is the output of the layer.</source>
        <translation>归一化把和调整到同一尺度，结果就是这一层的输出。</translation>
    </message>
    <message>
        <source>Norm before masked attention</source>
        <translation>带掩码的自注意力之前的归一化</translation>
    </message>
    <message>
        <source>Norm after masked attention</source>
        <translation>带掩码的自注意力之后的归一化</translation>
    </message>
    <message>
        <source>As in the encoder: masked attention reads norm(x), the stream goes past unchanged.</source>
        <translation>与编码器相同：带掩码的自注意力读取 norm(x)，残差流原样通过。</translation>
    </message>
    <message>
        <source>As in the encoder: what attention found was added to the stream, and a norm brings the sum to one scale.</source>
        <translation>与编码器相同：注意力的输出已加到残差流上，再用归一化把和调整到同一尺度。</translation>
    </message>
    <message>
        <source>Norm before the feed-forward network</source>
        <translation>前馈网络之前的归一化</translation>
    </message>
    <message>
        <source>Norm after the feed-forward network</source>
        <translation>前馈网络之后的归一化</translation>
    </message>
    <message>
        <source>A norm brings the sum of every token to the same scale. What comes out is the output of the layer.</source>
        <translation>归一化把每个词元的和调整到同一尺度，结果就是这一层的输出。</translation>
    </message>
    <message>
        <source>All %1 layers do the same, one after the other; some or all share their weights. This is layer %2.</source>
        <translation>全部 %1 层依次做同样的计算，部分或全部层共用权重。这是第 %2 层。</translation>
    </message>
    <message>
        <source>All %1 layers do the same, one after the other, each with weights of its own. This is layer %2.</source>
        <translation>全部 %1 层依次做同样的计算，各有自己的权重。这是第 %2 层。</translation>
    </message>
    <message>
        <source>The output of the feed-forward network is added to what came in: the second residual connection of the layer.</source>
        <translation>前馈网络的输出加到输入上：这是本层的第二个残差连接。</translation>
    </message>
    <message>
        <source>The output of the feed-forward network is added to what came in: the third residual connection of the layer.</source>
        <translation>前馈网络的输出加到输入上：这是本层的第三个残差连接。</translation>
    </message>
    <message>
        <source>Add after attention</source>
        <translation>残差相加（注意力之后）</translation>
    </message>
    <message>
        <source>Add after the feed-forward network</source>
        <translation>残差相加（前馈网络之后）</translation>
    </message>
    <message>
        <source>Add after masked attention</source>
        <translation>残差相加（带掩码的自注意力之后）</translation>
    </message>
    <message>
        <source>As in the encoder: the output of masked attention is added to what came in, the residual connection.</source>
        <translation>与编码器相同：带掩码的自注意力的输出加到输入上，即残差连接。</translation>
    </message>
    <message>
        <source>Add after cross-attention</source>
        <translation>残差相加（交叉注意力之后）</translation>
    </message>
    <message>
        <source>What cross-attention brings from the source is added to the vector of each written token.</source>
        <translation>交叉注意力从源文本取来的信息，加到每个已写出词元的向量上。</translation>
    </message>
    <message>
        <source>The norm of this sum is the next step.</source>
        <translation>下一步对这个和做归一化。</translation>
    </message>
    <message>
        <source>Whether a norm makes of it what goes on was not recorded.</source>
        <translation>之后是否还有归一化，没有记录。</translation>
    </message>
    <message>
        <source>Add: output of the layer</source>
        <translation>残差相加：本层输出</translation>
    </message>
    <message>
        <source>Add: layer output</source>
        <translation>相加：本层输出</translation>
    </message>
    <message>
        <source>An experiment has lifted the mask: tokens may look at what comes after them.</source>
        <translation>实验中取消了掩码：词元可以关注后文。</translation>
    </message>
    <message>
        <source>How much each written token looks at every other: an experiment has lifted the mask. Every row adds up to 1.</source>
        <translation>每个写出的词元对其他所有词元的关注程度：实验中取消了掩码。每行之和为 1。</translation>
    </message>
    <message>
        <source>Each row is named after the token read last and the one being written: where in the source the decoder looks at that moment. Every row adds up to 1.</source>
        <translation>每行以刚读入的词元和正在写的词元命名：此刻解码器关注源文本的哪里。每行之和为 1。</translation>
    </message>
    <message>
        <source>The same once more, with learned numbers of its own: the feed-forward network reads norm(x), the stream goes past unchanged.</source>
        <translation>再做一次同样的归一化，参数是自己学得的：前馈网络读取 norm(x)，残差流原样通过。</translation>
    </message>
    <message>
        <source>Three learned matrices make three shorter vectors (projections) of every token; queries and keys are then normed and turned by an angle that grows with the position.</source>
        <translation>三个学得的矩阵把每个词元的向量变成三个较短的向量（投影）；查询和键再做归一化，并旋转一个随位置增大的角度。</translation>
    </message>
    <message>
        <source>Softmax makes probabilities of the scores: what could come next?</source>
        <translation>Softmax 把分数变成概率：接下来可能是什么？</translation>
    </message>
    <message>
        <source>After the last layer and one more norm: one vector for every token.</source>
        <translation>经过最后一层并再做一次归一化之后：每个词元一个向量。</translation>
    </message>
    <message>
        <source>After the last layer and one more norm: what the decoder reads of the sentence.</source>
        <translation>经过最后一层并再做一次归一化之后：解码器读到的句子。</translation>
    </message>
    <message>
        <source>After the last layer and one more norm: one vector for every position, from which the next word is predicted.</source>
        <translation>经过最后一层并再做一次归一化之后：每个位置一个向量，用来预测下一个词元。</translation>
    </message>
    <message>
        <source>Each row is a token that asks, each column one that answers; what the numbers are is said below. Click a cell to see how its number is made.</source>
        <translation>每行是一个查询词元，每列是一个被关注的词元；数值的含义见下方。点击单元格，看它的数是怎样算出来的。</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>%1 heads, %2 k/v</source>
        <translation>%1 个头，%2 组键值</translation>
    </message>
</context>
<context>
    <name>Topic</name>
    <message>
        <source>What a pronoun means</source>
        <translation>代词指什么</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>谁做了什么</translation>
    </message>
    <message>
        <source>The pronoun comes first</source>
        <translation>代词在前</translation>
    </message>
    <message>
        <source>Number and gender</source>
        <translation>数与性的一致</translation>
    </message>
    <message>
        <source>Negation</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Word order</source>
        <translation>词序</translation>
    </message>
    <message>
        <source>Adjectives</source>
        <translation>形容词</translation>
    </message>
    <message>
        <source>Two readings</source>
        <translation>两种理解</translation>
    </message>
    <message>
        <source>Short sentences</source>
        <translation>短句</translation>
    </message>
</context>
<context>
    <name>ViewLink</name>
    <message>
        <source>Link copied</source>
        <translation>链接已复制</translation>
    </message>
    <message>
        <source>no link to a view</source>
        <translation>不是视图的链接</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>a text that begins with glassformer:</source>
        <translation>以 glassformer: 开头的文本</translation>
    </message>
</context>
<context>
    <name>WhatIs</name>
    <message>
        <source>Which model reads the sentence, and what language it writes.</source>
        <translation>由哪个模型读句子，用哪种语言写出。</translation>
    </message>
    <message>
        <source>The language that the model is told the text is in.</source>
        <translation>告诉模型文字属于哪种语言。</translation>
    </message>
    <message>
        <source>What the model is asked to do with the text.</source>
        <translation>要求模型对文字做什么。</translation>
    </message>
    <message>
        <source>The sentence that the model reads; Enter runs it.</source>
        <translation>模型要读的句子；按回车运行。</translation>
    </message>
    <message>
        <source>Has the model read the sentence anew.</source>
        <translation>让模型重新读这个句子。</translation>
    </message>
    <message>
        <source>Two runs side by side: another model, or another sentence.</source>
        <translation>并排比较两次运行：换一个模型，或换一个句子。</translation>
    </message>
    <message>
        <source>Saves or copies the picture that is on the screen.</source>
        <translation>保存或复制屏幕上的图。</translation>
    </message>
    <message>
        <source>The layer whose picture is shown.</source>
        <translation>图中显示的层。</translation>
    </message>
    <message>
        <source>The same step in the next layer.</source>
        <translation>下一层的同一步。</translation>
    </message>
    <message>
        <source>All steps once more, in the next layer.</source>
        <translation>在下一层把所有步骤再走一遍。</translation>
    </message>
    <message>
        <source>Whose attention the map shows: that of one head, or several taken together.</source>
        <translation>图中显示谁的注意力：一个头的，还是几个头合在一起的。</translation>
    </message>
    <message>
        <source>Leaves out tokens on which weight only rests, and scales the others up.</source>
        <translation>去掉只是停放权重的词元，并把其余的按比例放大。</translation>
    </message>
    <message>
        <source>Has the model write the next token.</source>
        <translation>让模型写出下一个词元。</translation>
    </message>
    <message>
        <source>Has the model write to the end.</source>
        <translation>让模型写到结尾。</translation>
    </message>
    <message>
        <source>Puts a gap in place of a word, for the model to guess.</source>
        <translation>把一个词换成空格，让模型猜。</translation>
    </message>
    <message>
        <source>How attention is drawn.</source>
        <translation>注意力的画法。</translation>
    </message>
    <message>
        <source>By what heads are compared: what each of them does on this sentence.</source>
        <translation>按什么比较注意力头：各个头在这个句子上做什么。</translation>
    </message>
    <message>
        <source>How the next token is chosen: always the likeliest, or by chance.</source>
        <translation>下一个词元怎样选：总选最可能的，还是随机抽取。</translation>
    </message>
    <message>
        <source>Which token is being written: the row of the output that is shown.</source>
        <translation>正在写哪个词元：图中显示的是输出的哪一行。</translation>
    </message>
    <message>
        <source>To the step before.</source>
        <translation>到上一步。</translation>
    </message>
    <message>
        <source>To the next step.</source>
        <translation>到下一步。</translation>
    </message>
    <message>
        <source>Puts another word in place of the one that decides, and runs the sentence.</source>
        <translation>把起决定作用的词换成另一个，再运行句子。</translation>
    </message>
    <message>
        <source>Runs the same sentence without this head, or with it again.</source>
        <translation>关掉这个注意力头再运行同一个句子，或重新打开它。</translation>
    </message>
    <message>
        <source>What the picture below shows: the step, its layer and head, and the question that it answers.</source>
        <translation>下面的图显示什么：步骤、层与注意力头，以及它回答的问题。</translation>
    </message>
    <message>
        <source>What the model makes of the sentence.</source>
        <translation>模型对这个句子给出的结果。</translation>
    </message>
    <message>
        <source>What becomes of the answer without this head: the model was run once more without it.</source>
        <translation>没有这个注意力头时答案会怎样：已经关掉它另外运行了一次。</translation>
    </message>
    <message>
        <source>What should be known of this run, or why a wish could not be fulfilled.</source>
        <translation>关于这次运行应当知道的事，或某个要求未能完成的原因。</translation>
    </message>
    <message>
        <source>A matrix: a colour for every number, with a scale below. Click a cell to see how its number was made; arrow keys move the choice.</source>
        <translation>一个矩阵：每个数一种颜色，下面是色标。点击单元格可看它的数怎样算出；方向键移动所选。</translation>
    </message>
    <message>
        <source>Attention as lines from the token that asks to those that it looks at; the stronger, the larger the weight.</source>
        <translation>用连线表示注意力：从发出查询的词元连到它所看的词元，线越粗权重越大。</translation>
    </message>
    <message>
        <source>Attention over the running text: the darker a word, the more it is looked at.</source>
        <translation>在原文上显示注意力：颜色越深的词受到的关注越多。</translation>
    </message>
    <message>
        <source>Words with their numbers as bars, the largest first. Click one to choose it.</source>
        <translation>用条形表示各词的数，最大的在前。点击可选择。</translation>
    </message>
    <message>
        <source>The tokens of the text in their order. Click one to follow it through the steps.</source>
        <translation>按顺序排列的词元。点击一个，就能在各步中跟着它看。</translation>
    </message>
    <message>
        <source>Vectors below each other: each component is a colour. Click one to follow it.</source>
        <translation>上下排列的向量：每个分量一种颜色。点击可跟着一个分量看。</translation>
    </message>
    <message>
        <source>The vectors of the vocabulary, seen from where they differ most: near words have similar vectors.</source>
        <translation>从差异最大的方向看词表中的向量：相近的词向量相似。</translation>
    </message>
    <message>
        <source>Single dimensions of the positional encoding as waves over the places.</source>
        <translation>位置编码的单个维度，画成随位置变化的波。</translation>
    </message>
    <message>
        <source>How the chosen number was made from what came before, with the real values.</source>
        <translation>所选的数怎样由前面的数算出，用的都是真实数值。</translation>
    </message>
    <message>
        <source>The steps of the walk; the long dot is where one is. Click one to go there.</source>
        <translation>全部步骤；长点是当前位置。点击可前往。</translation>
    </message>
    <message>
        <source>A part of the machine; its picture is shown when it is pressed. At the right, the size of what it works on.</source>
        <translation>模型的一个部件，按下即显示它的图。右边是它处理的数据的大小。</translation>
    </message>
    <message>
        <source>Puts another number in place of one of the run, and runs it again with that.</source>
        <translation>把运行中的一个数换成另一个数，再运行一次。</translation>
    </message>
    <message>
        <source>What was changed in this run; each change can be taken back.</source>
        <translation>这次运行中改动了什么；每项改动都可以撤回。</translation>
    </message>
    <message>
        <source>The model as a machine, from the text at the top to the answer at the bottom. Press a part to see it; the arrows go to the layer above or below.</source>
        <translation>把模型画成结构图，从上面的文字到下面的答案。按一个部件可以看它；箭头切换到上一层或下一层。</translation>
    </message>
    <message>
        <source>Belongs to the picture of this step: it changes what is shown, or has the model go on.</source>
        <translation>属于这一步的图：改变显示的内容，或让模型继续。</translation>
    </message>
    <message>
        <source>Views to come back to: a click goes there, F2 renames, dragging changes the order.</source>
        <translation>可以随时回来的视图：单击前往，F2 重命名，拖动可调整次序。</translation>
    </message>
    <message>
        <source>What you want to say or ask at this place; it is saved with it.</source>
        <translation>在这里要讲或要问的内容，随书签一起保存。</translation>
    </message>
    <message>
        <source>The attention head whose picture is shown; keys [ and ], or its number.</source>
        <translation>所显示的注意力头；可按 [ 和 ] 键切换，也可直接按它的编号。</translation>
    </message>
    <message>
        <source>How the chosen number is made, or what the word that is asked about depends on.</source>
        <translation>所选的数是怎样算出来的，或者所问的词取决于什么。</translation>
    </message>
    <message>
        <source>All heads in small: rows are layers, columns are heads. Click one to open it; Ctrl and click marks it, to see and switch several.</source>
        <translation>所有头的缩略图：行是层，列是头。点击打开一个；按住 Ctrl 单击则标记它，可同时查看和开关多个。</translation>
    </message>
</context>
<context>
    <name>WordClass</name>
    <message>
        <source>adjectives</source>
        <translation>形容词</translation>
    </message>
    <message>
        <source>animals</source>
        <translation>动物</translation>
    </message>
    <message>
        <source>parts of the body</source>
        <translation>身体部位</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>clothes</source>
        <translation>衣物</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>dishes</source>
        <translation>菜肴</translation>
    </message>
    <message>
        <source>drinks</source>
        <translation>饮料</translation>
    </message>
    <message>
        <source>fruit</source>
        <translation>水果</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>persons</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>subjects of study</source>
        <translation>学科</translation>
    </message>
    <message>
        <source>vehicles</source>
        <translation>交通工具</translation>
    </message>
    <message>
        <source>verbs</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>works</source>
        <translation>作品</translation>
    </message>
</context>
<context>
    <name>WordMapText</name>
    <message>
        <source>%L1 farther out</source>
        <translation>另有 %L1 个在图外</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>no %1 in the resource folders</source>
        <translation>资源文件夹中没有 %1</translation>
    </message>
    <message>
        <source>Glassformer&apos;s resources</source>
        <translation>Glassformer 的资源文件</translation>
    </message>
    <message>
        <source>Set GLASSFORMER_RESOURCES to the folder that holds them.</source>
        <translation>请把环境变量 GLASSFORMER_RESOURCES 设为它们所在的文件夹。</translation>
    </message>
    <message>
        <source>%1, which gives vectors and no words</source>
        <translation>%1，它只给出向量，不输出词元</translation>
    </message>
    <message>
        <source>a model that writes or fills gaps</source>
        <translation>能续写或填空的模型</translation>
    </message>
    <message>
        <source>trace --out FILE writes its vectors.</source>
        <translation>可用 trace --out FILE 写出它的向量。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法完成。</translation>
    </message>
    <message>
        <source>two words</source>
        <translation>两个单词</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; expected %2</source>
        <translation>%1（要求：%2）</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>at most %1 bytes</source>
        <translation>最多 %1 字节</translation>
    </message>
    <message>
        <source>no room for %1 bytes</source>
        <translation>磁盘空间不够写入 %1 字节</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>请检查文件名和文件夹。</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>a file of %1 bytes</source>
        <translation>文件有 %1 字节</translation>
    </message>
    <message>
        <source>a file that goes on past the limit</source>
        <translation>文件超过了大小上限</translation>
    </message>
    <message>
        <source>a file that could be read only as far as byte %1</source>
        <translation>文件只能读到第 %1 字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>a file that is write-protected</source>
        <translation>文件被写保护</translation>
    </message>
    <message>
        <source>Choose another name, or lift its protection.</source>
        <translation>请换一个文件名，或解除写保护。</translation>
    </message>
    <message>
        <source>a folder that does not exist</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个文件名。</translation>
    </message>
    <message>
        <source>a number of type F64 that is too large for float32, at place %1</source>
        <translation>第 %1 个数是 F64 类型，超出了 float32 的范围</translation>
    </message>
    <message>
        <source>numbers below 3.4e38</source>
        <translation>小于 3.4e38 的数</translation>
    </message>
    <message>
        <source>NaN at place %1</source>
        <translation>第 %1 个数是 NaN</translation>
    </message>
    <message>
        <source>an infinite value at place %1</source>
        <translation>第 %1 个数是无穷大</translation>
    </message>
    <message>
        <source>finite numbers</source>
        <translation>有限的数值</translation>
    </message>
    <message>
        <source>The download went wrong: fetch the file again.</source>
        <translation>下载有误，请重新下载这个文件。</translation>
    </message>
    <message>
        <source>a Git LFS pointer instead of the file itself</source>
        <translation>这是 Git LFS 指针，不是文件本身</translation>
    </message>
    <message>
        <source>Fetch the file itself, for example with git lfs pull.</source>
        <translation>请取回文件本身，例如用 git lfs pull。</translation>
    </message>
    <message>
        <source>a ZIP archive, as PyTorch writes</source>
        <translation>PyTorch 写出的 ZIP 压缩包</translation>
    </message>
    <message>
        <source>a GGUF file</source>
        <translation>GGUF 文件</translation>
    </message>
    <message>
        <source>an HDF5 file, as TensorFlow writes</source>
        <translation>TensorFlow 写出的 HDF5 文件</translation>
    </message>
    <message>
        <source>a compressed file (gzip)</source>
        <translation>压缩文件（gzip）</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>请先解压。</translation>
    </message>
    <message>
        <source>a web page instead of the file</source>
        <translation>这是网页，不是文件本身</translation>
    </message>
    <message>
        <source>a Python pickle, which could run code</source>
        <translation>Python pickle 文件，打开它可能会执行代码</translation>
    </message>
    <message>
        <source>Convert the model to safetensors: in Python, load it with Hugging Face Transformers and call save_pretrained(folder, safe_serialization=True).</source>
        <translation>请把模型转换为 safetensors：在 Python 中用 Hugging Face Transformers 载入，再调用 save_pretrained(folder, safe_serialization=True)。</translation>
    </message>
    <message>
        <source>a text that is not UTF-8</source>
        <translation>文本不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>a number that is not finite</source>
        <translation>有数值不是有限数</translation>
    </message>
    <message>
        <source>a number that JSON can hold</source>
        <translation>JSON 能表示的数</translation>
    </message>
    <message>
        <source>the whole number %1</source>
        <translation>整数 %1</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>数 %1</translation>
    </message>
    <message>
        <source>the text &quot;%1&quot;</source>
        <translation>文本“%1”</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a field &quot;%1&quot;</source>
        <translation>字段“%1”</translation>
    </message>
    <message>
        <source>no field &quot;%1&quot;</source>
        <translation>没有字段“%1”</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>只能有 %1</translation>
    </message>
    <message>
        <source>an unknown field &quot;%1&quot;</source>
        <translation>未知字段“%1”</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>a folder without %1</source>
        <translation>文件夹中缺少 %1</translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation>请选择模型所在的文件夹。</translation>
    </message>
    <message>
        <source>a folder without %1, but with %2</source>
        <translation>文件夹中缺少 %1，但有 %2</translation>
    </message>
    <message>
        <source>config.json, model.safetensors and a tokenizer</source>
        <translation>config.json、model.safetensors 和分词器</translation>
    </message>
    <message>
        <source>no model and no folder of this name</source>
        <translation>没有叫这个名字的模型或文件夹</translation>
    </message>
    <message>
        <source>No models were found: give the folder of one.</source>
        <translation>没有找到任何模型：请给出模型的文件夹。</translation>
    </message>
    <message>
        <source>Models here: %1.</source>
        <translation>现有的模型：%1。</translation>
    </message>
    <message>
        <source>a file of the model that is open</source>
        <translation>这是已打开模型自己的文件</translation>
    </message>
    <message>
        <source>another file to write</source>
        <translation>写入别的文件</translation>
    </message>
    <message>
        <source>a folder instead of a file</source>
        <translation>这是文件夹，而不是文件</translation>
    </message>
    <message>
        <source>no regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>a file that another program changed while it was open</source>
        <translation>文件打开期间被别的程序改动了</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>请重新打开。</translation>
    </message>
    <message>
        <source>a file that cannot be read from byte %1</source>
        <translation>文件从第 %1 字节起无法读取</translation>
    </message>
    <message>
        <source>Check the disk, or copy the file again.</source>
        <translation>请检查磁盘，或重新复制这个文件。</translation>
    </message>
    <message>
        <source>a link that leads out of the model&apos;s folder</source>
        <translation>链接指向了模型文件夹之外</translation>
    </message>
    <message>
        <source>a file in the folder</source>
        <translation>文件夹中的文件</translation>
    </message>
    <message>
        <source>Put the file itself there.</source>
        <translation>请把文件本身放到那里。</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>字段 %1</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a text or message</source>
        <translation>文本或消息</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>未知内容</translation>
    </message>
    <message>
        <source>field number %1</source>
        <translation>字段编号 %1</translation>
    </message>
    <message>
        <source>1 to 536870911</source>
        <translation>1 到 536870911</translation>
    </message>
    <message>
        <source>wire type %1 of %2</source>
        <translation>%2 的线路类型（wire type）为 %1</translation>
    </message>
    <message>
        <source>0, 1, 2 or 5</source>
        <translation>0、1、2 或 5</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 或 1</translation>
    </message>
    <message>
        <source>a number of 32 bits</source>
        <translation>32 位的数</translation>
    </message>
    <message>
        <source>a number of 4 bytes</source>
        <translation>4 字节的数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>a number cut off by the end</source>
        <translation>数值没有写完文件就结束了</translation>
    </message>
    <message>
        <source>the rest of it</source>
        <translation>余下的部分</translation>
    </message>
    <message>
        <source>a number of more than 64 bits</source>
        <translation>超过 64 位的数</translation>
    </message>
    <message>
        <source>at most ten bytes of a number</source>
        <translation>一个数最多十个字节</translation>
    </message>
    <message>
        <source>a number spelt with more bytes than it needs</source>
        <translation>数值用了多余的字节</translation>
    </message>
    <message>
        <source>the shortest spelling</source>
        <translation>最短的写法</translation>
    </message>
    <message>
        <source>a number of more than ten bytes</source>
        <translation>超过十个字节的数</translation>
    </message>
    <message>
        <source>a length of %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>at most the %1 bytes left</source>
        <translation>不超过剩下的 %1 字节</translation>
    </message>
    <message>
        <source>%1, byte %2</source>
        <translation>%1，第 %2 字节</translation>
    </message>
    <message>
        <source>no tensor of this name</source>
        <translation>没有这个名称的张量</translation>
    </message>
    <message>
        <source>one</source>
        <translation>有这个张量</translation>
    </message>
    <message>
        <source>numbers of type %1</source>
        <translation>%1 类型的数</translation>
    </message>
    <message>
        <source>F32, F16, BF16 or F64</source>
        <translation>F32、F16、BF16 或 F64</translation>
    </message>
    <message>
        <source>whole numbers such as I64 or I32</source>
        <translation>整数类型，如 I64 或 I32</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>a safetensors file</source>
        <translation>safetensors 文件</translation>
    </message>
    <message>
        <source>JSON text without the 8 bytes before it</source>
        <translation>只有 JSON 文本，前面缺少 8 个字节</translation>
    </message>
    <message>
        <source>Choose the weights, not their index or configuration.</source>
        <translation>请选择权重文件，而不是索引或配置。</translation>
    </message>
    <message>
        <source>a file of %1</source>
        <translation>文件只有 %1</translation>
    </message>
    <message>
        <source>at least 8 bytes</source>
        <translation>至少 8 字节</translation>
    </message>
    <message>
        <source>a header of %1</source>
        <translation>文件头长 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>at most the %1 left in the file</source>
        <translation>不超过文件中剩下的 %1</translation>
    </message>
    <message>
        <source>a header that does not begin with a brace</source>
        <translation>文件头不是以花括号开头</translation>
    </message>
    <message>
        <source>a JSON object</source>
        <translation>JSON 对象</translation>
    </message>
    <message>
        <source>a header that does not end with a brace</source>
        <translation>文件头不是以花括号结尾</translation>
    </message>
    <message>
        <source>a number type such as F32, F16 or BF16</source>
        <translation>数值类型，如 F32、F16 或 BF16</translation>
    </message>
    <message>
        <source>a size below 2^64 bits</source>
        <translation>小于 2^64 位的大小</translation>
    </message>
    <message>
        <source>the shape %1</source>
        <translation>形状 %1</translation>
    </message>
    <message>
        <source>whole bytes</source>
        <translation>整字节</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>two offsets</source>
        <translation>两个偏移量</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>有 %1 项的列表</translation>
    </message>
    <message>
        <source>%1 for %2 %3</source>
        <translation>%2 %3 需要 %1</translation>
    </message>
    <message>
        <source>bytes that overlap those of another tensor, from %1</source>
        <translation>从 %1 起的字节与另一个张量重叠</translation>
    </message>
    <message>
        <source>a hole before its bytes, which begin at %1</source>
        <translation>它的字节从 %1 开始，之前有空隙</translation>
    </message>
    <message>
        <source>to begin at %1</source>
        <translation>从 %1 开始</translation>
    </message>
    <message>
        <source>a file cut short: %1 of %2 are missing</source>
        <translation>文件不完整：%2 字节中缺少 %1</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1 after the last tensor</source>
        <translation>最后一个张量之后还有 %1</translation>
    </message>
    <message>
        <source>the file to end there</source>
        <translation>文件到此结束</translation>
    </message>
    <message>
        <source>no tensors</source>
        <translation>没有任何张量</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>至少一个</translation>
    </message>
    <message>
        <source>the name of a .safetensors file beside the index</source>
        <translation>与索引在同一文件夹的 .safetensors 文件名</translation>
    </message>
    <message>
        <source>at least one tensor</source>
        <translation>至少一个张量</translation>
    </message>
    <message>
        <source>names and metadata of %1 bytes</source>
        <translation>名称和元数据共 %1 字节</translation>
    </message>
    <message>
        <source>every field once</source>
        <translation>每个字段只出现一次</translation>
    </message>
    <message>
        <source>a number that is too large</source>
        <translation>数值太大</translation>
    </message>
    <message>
        <source>a number below 1.8e308</source>
        <translation>小于 1.8e308 的数</translation>
    </message>
    <message>
        <source>a text that ends too early, at byte %1</source>
        <translation>文本在第 %1 字节处意外结束</translation>
    </message>
    <message>
        <source>a mistake at byte %1 (line %2)</source>
        <translation>第 %1 字节（第 %2 行）有错误</translation>
    </message>
    <message>
        <source>more than %1 values</source>
        <translation>超过 %1 个值</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>更少的值</translation>
    </message>
    <message>
        <source>lists or objects nested too deeply</source>
        <translation>列表或对象嵌套太深</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>最多 %1 层</translation>
    </message>
    <message>
        <source>at most 64 bits with sign</source>
        <translation>最多 64 位的有符号整数</translation>
    </message>
    <message>
        <source>a NUL byte at byte %1</source>
        <translation>第 %1 字节是 NUL</translation>
    </message>
    <message>
        <source>bytes that are not UTF-8, at byte %1</source>
        <translation>从第 %1 字节起不是 UTF-8</translation>
    </message>
    <message>
        <source>no memory for a tensor of %1 bytes</source>
        <translation>内存不足，放不下 %1 字节的张量</translation>
    </message>
    <message>
        <source>Close other programs, or open a smaller model.</source>
        <translation>请关闭其他程序，或打开小一些的模型。</translation>
    </message>
    <message>
        <source>%1 files of weights</source>
        <translation>%1 个权重文件</translation>
    </message>
    <message>
        <source>a tensor that stands in %1 too</source>
        <translation>这个张量在 %1 中也有</translation>
    </message>
    <message>
        <source>every tensor in one file</source>
        <translation>每个张量只在一个文件里</translation>
    </message>
    <message>
        <source>no tensor %1</source>
        <translation>没有张量 %1</translation>
    </message>
    <message>
        <source>%1 rows from row %2</source>
        <translation>从第 %2 行起的 %1 行</translation>
    </message>
    <message>
        <source>rows of the %1 that are there</source>
        <translation>现有 %1 行之内的行</translation>
    </message>
    <message>
        <source>rows of %1 that end inside a byte</source>
        <translation>%1 类型的行没有在整字节处结束</translation>
    </message>
    <message>
        <source>a vector or a matrix</source>
        <translation>向量或矩阵</translation>
    </message>
    <message>
        <source>%1 head gates</source>
        <translation>%1 个注意力头系数</translation>
    </message>
    <message>
        <source>no metadata &quot;%1&quot;</source>
        <translation>没有元数据“%1”</translation>
    </message>
    <message>
        <source>a checkpoint of glassformer-cli train</source>
        <translation>glassformer-cli train 的检查点</translation>
    </message>
    <message>
        <source>a checkpoint of the recipe %1, seed %2</source>
        <translation>训练方案 %1、种子 %2 的检查点</translation>
    </message>
    <message>
        <source>recipe %1, seed %2</source>
        <translation>训练方案 %1、种子 %2</translation>
    </message>
    <message>
        <source>Resume with the same recipe or choose another folder.</source>
        <translation>请用同一训练方案继续，或另选文件夹。</translation>
    </message>
    <message>
        <source>a vocabulary of %1</source>
        <translation>%1 项的词表</translation>
    </message>
    <message>
        <source>%1 entries, as the recipe makes now</source>
        <translation>%1 项，即训练方案现在生成的数目</translation>
    </message>
    <message>
        <source>The corpus or recipe has changed.</source>
        <translation>语料或训练方案已经改变。</translation>
    </message>
    <message>
        <source>counters that this recipe cannot have</source>
        <translation>计数与这个训练方案不符</translation>
    </message>
    <message>
        <source>a checkpoint of this recipe</source>
        <translation>这个训练方案的检查点</translation>
    </message>
    <message>
        <source>no word &quot;%1&quot;</source>
        <translation>没有词“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a language of the world</source>
        <translation>“%1”不是这个小世界的语言</translation>
    </message>
    <message>
        <source>one of en, fr, zh</source>
        <translation>en、fr、zh 之一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a direction of translation</source>
        <translation>“%1”不是翻译方向</translation>
    </message>
    <message>
        <source>two of en, fr, zh, as in en-fr</source>
        <translation>en、fr、zh 中的两个，如 en-fr</translation>
    </message>
    <message>
        <source>%1, whose vocabulary has no layout &quot;beginning&quot;</source>
        <translation>%1，它的词表没有 &quot;beginning&quot; 布局</translation>
    </message>
    <message>
        <source>%1, whose vocabulary has no mask</source>
        <translation>%1，它的词表没有掩码词元</translation>
    </message>
    <message>
        <source>a model that glassformer-cli train made</source>
        <translation>glassformer-cli train 训练的模型</translation>
    </message>
    <message>
        <source>Try --model next-word or gap.</source>
        <translation>请试试 --model next-word 或 gap。</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 个单元格</translation>
    </message>
    <message>
        <source>no column &quot;%1&quot;</source>
        <translation>没有“%1”列</translation>
    </message>
    <message>
        <source>the columns that the other lexicons have</source>
        <translation>其他词典所有的列</translation>
    </message>
    <message>
        <source>nothing in the column &quot;%1&quot;</source>
        <translation>“%1”列是空的</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the column &quot;%2&quot;</source>
        <translation>“%2”列中的“%1”</translation>
    </message>
    <message>
        <source>a known value</source>
        <translation>已知的值</translation>
    </message>
    <message>
        <source>the use &quot;%1&quot;</source>
        <translation>用法“%1”</translation>
    </message>
    <message>
        <source>subject&gt;object,object or subject&gt;</source>
        <translation>主语&gt;宾语,宾语 或 主语&gt;</translation>
    </message>
    <message>
        <source>the word &quot;%1&quot;</source>
        <translation>词“%1”</translation>
    </message>
    <message>
        <source>a word of the lexicon</source>
        <translation>词典中的词</translation>
    </message>
    <message>
        <source>shares above 0</source>
        <translation>大于 0 的份额</translation>
    </message>
    <message>
        <source>hide or hide_word above 0: what is not hidden is not learned</source>
        <translation>hide 或 hide_word 大于 0：不遮住就学不到</translation>
    </message>
    <message>
        <source>the architecture of the task</source>
        <translation>与任务相符的结构</translation>
    </message>
    <message>
        <source>at least one stage</source>
        <translation>至少一个阶段</translation>
    </message>
    <message>
        <source>needs about %1 of memory, and %2 are free</source>
        <translation>约需 %1 内存，而可用的只有 %2</translation>
    </message>
    <message>
        <source>needs about %1 of memory, and the limit is %2</source>
        <translation>约需 %1 内存，而上限是 %2</translation>
    </message>
    <message>
        <source>d_model %1 with n_heads %2</source>
        <translation>d_model 为 %1，n_heads 为 %2</translation>
    </message>
    <message>
        <source>a d_model that n_heads divides</source>
        <translation>能被 n_heads 整除的 d_model</translation>
    </message>
    <message>
        <source>%1 heads with %2 key and value heads</source>
        <translation>%1 个注意力头，%2 个键值头</translation>
    </message>
    <message>
        <source>a number of heads that the key and value heads divide</source>
        <translation>能被键值头数整除的注意力头数</translation>
    </message>
    <message>
        <source>%1 heads of size %2</source>
        <translation>%1 个注意力头，每个大小为 %2</translation>
    </message>
    <message>
        <source>at most %1 numbers in all heads</source>
        <translation>所有注意力头合计最多 %1 个数</translation>
    </message>
    <message>
        <source>a size below 1</source>
        <translation>有小于 1 的大小</translation>
    </message>
    <message>
        <source>sizes of at least 1</source>
        <translation>各个大小至少为 1</translation>
    </message>
    <message>
        <source>a model without layers</source>
        <translation>模型没有层</translation>
    </message>
    <message>
        <source>at least one layer</source>
        <translation>至少一层</translation>
    </message>
    <message>
        <source>%1 groups of layers</source>
        <translation>%1 组层</translation>
    </message>
    <message>
        <source>no more groups than layers</source>
        <translation>组数不超过层数</translation>
    </message>
    <message>
        <source>rotary positions with heads of size %1</source>
        <translation>旋转位置编码，而注意力头大小为 %1</translation>
    </message>
    <message>
        <source>heads of an even size</source>
        <translation>大小为偶数的注意力头</translation>
    </message>
    <message>
        <source>%1 relative buckets up to distance %2</source>
        <translation>%1 个相对位置桶，最大距离 %2</translation>
    </message>
    <message>
        <source>an even number of at least 4 buckets and a distance of more than half of it</source>
        <translation>桶数为偶数且至少为 4，距离大于桶数的一半</translation>
    </message>
    <message>
        <source>a tied output with an embedding table of another width than d_model</source>
        <translation>输出与词嵌入共用权重，但词嵌入的宽度不等于 d_model</translation>
    </message>
    <message>
        <source>a projection in between</source>
        <translation>中间要有一个投影</translation>
    </message>
    <message>
        <source>no field of this name</source>
        <translation>没有这个名称的字段</translation>
    </message>
    <message>
        <source>a field that is not known</source>
        <translation>未知的字段</translation>
    </message>
    <message>
        <source>more than the offset of the first position</source>
        <translation>大于第一个位置的偏移</translation>
    </message>
    <message>
        <source>1: groups of one layer that is used again and again</source>
        <translation>1：每组只有一层，反复使用</translation>
    </message>
    <message>
        <source>less than hidden_size: the projection is not optional</source>
        <translation>小于 hidden_size：投影不可省略</translation>
    </message>
    <message>
        <source>at least one token</source>
        <translation>至少一个词元</translation>
    </message>
    <message>
        <source>This kind of model is not supported.</source>
        <translation>不支持这种模型。</translation>
    </message>
    <message>
        <source>more than low_freq_factor</source>
        <translation>大于 low_freq_factor</translation>
    </message>
    <message>
        <source>the kind default, linear or llama3</source>
        <translation>default、linear 或 llama3 类型</translation>
    </message>
    <message>
        <source>the kind %1</source>
        <translation>类型 %1</translation>
    </message>
    <message>
        <source>true: the other way is not supported</source>
        <translation>true：不支持另一种方式</translation>
    </message>
    <message>
        <source>false: this is not supported</source>
        <translation>false：不支持这种方式</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, the only kind that is supported</source>
        <translation>“%1”，目前只支持这一种</translation>
    </message>
    <message>
        <source>the same as %1: different stacks are not supported</source>
        <translation>与 %1 相同：不支持编码器与解码器各不相同</translation>
    </message>
    <message>
        <source>relu, gelu, gelu_new, silu or another name of these activations</source>
        <translation>relu、gelu、gelu_new、silu，或这些激活函数的其他名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a head of this model</source>
        <translation>“%1”不是这个模型的注意力头</translation>
    </message>
    <message>
        <source>encoder.L.head.H, decoder.L.head.H or decoder.L.cross.head.H with encoder layers 0 to %1, decoder layers 0 to %2 and heads 0 to %3</source>
        <translation>encoder.L.head.H、decoder.L.head.H 或 decoder.L.cross.head.H，其中编码器层为 0 到 %1，解码器层为 0 到 %2，注意力头为 0 到 %3</translation>
    </message>
    <message>
        <source>numbers of the type %1</source>
        <translation>%1 类型的数</translation>
    </message>
    <message>
        <source>F32, F16 or BF16</source>
        <translation>F32、F16 或 BF16</translation>
    </message>
    <message>
        <source>Convert the model to one of these types.</source>
        <translation>请把模型转换为其中一种类型。</translation>
    </message>
    <message>
        <source>the tensor %1 is missing</source>
        <translation>缺少张量 %1</translation>
    </message>
    <message>
        <source>shape %1, as config.json asks for</source>
        <translation>形状 %1，这是 config.json 要求的</translation>
    </message>
    <message>
        <source>The files may be of two models.</source>
        <translation>这些文件可能来自两个不同的模型。</translation>
    </message>
    <message>
        <source>the tensor %1 has the shape %2</source>
        <translation>张量 %1 的形状是 %2</translation>
    </message>
    <message>
        <source>%1, as config.json asks for</source>
        <translation>%1，这是 config.json 要求的</translation>
    </message>
    <message>
        <source>the tensor %1 is not part of this model</source>
        <translation>张量 %1 不属于这个模型</translation>
    </message>
    <message>
        <source>only tensors that config.json asks for</source>
        <translation>只有 config.json 要求的张量</translation>
    </message>
    <message>
        <source>the tensor %1 holds a value that is not a finite number</source>
        <translation>张量 %1 中有非有限的数值</translation>
    </message>
    <message>
        <source>The file is damaged or its training failed.</source>
        <translation>文件已损坏，或训练失败了。</translation>
    </message>
    <message>
        <source>state of the random numbers</source>
        <translation>随机数的状态</translation>
    </message>
    <message>
        <source>&quot;mt19937&quot;, a position and 624 words</source>
        <translation>“mt19937”、一个位置和 624 个字</translation>
    </message>
    <message>
        <source>the text ends early or has no blank between numbers</source>
        <translation>文本过早结束，或数之间没有空格</translation>
    </message>
    <message>
        <source>something that is not a 32-bit number</source>
        <translation>不是 32 位的数</translation>
    </message>
    <message>
        <source>a text that does not begin with &quot;%1&quot;</source>
        <translation>文本不是以“%1”开头</translation>
    </message>
    <message>
        <source>the position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>more than 624 words</source>
        <translation>超过 624 个字</translation>
    </message>
    <message>
        <source>the merge of &quot;%1&quot; and &quot;%2&quot;, but no entry &quot;%3&quot;</source>
        <translation>有“%1”与“%2”的合并规则，但没有词条“%3”</translation>
    </message>
    <message>
        <source>merges of entries into entries</source>
        <translation>把词条合并为词条的规则</translation>
    </message>
    <message>
        <source>Use the tokenizer files that belong to the model.</source>
        <translation>请使用这个模型自己的分词器文件。</translation>
    </message>
    <message>
        <source>a table of %1 bytes</source>
        <translation>%1 字节的表</translation>
    </message>
    <message>
        <source>at least 4 bytes</source>
        <translation>至少 4 字节</translation>
    </message>
    <message>
        <source>a trie of %1 bytes</source>
        <translation>%1 字节的字典树</translation>
    </message>
    <message>
        <source>a multiple of 4, less than the %1 bytes that follow</source>
        <translation>4 的倍数，并小于其后的 %1 字节</translation>
    </message>
    <message>
        <source>replacements that do not end with a zero byte</source>
        <translation>替换文本没有以零字节结尾</translation>
    </message>
    <message>
        <source>a zero byte after each</source>
        <translation>每项之后有一个零字节</translation>
    </message>
    <message>
        <source>the target language &quot;%1&quot;</source>
        <translation>目标语言“%1”</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>Choose a language that the model was trained for.</source>
        <translation>请选择模型训练过的语言。</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Use the tokenizer.json that belongs to the model.</source>
        <translation>请使用这个模型自己的 tokenizer.json。</translation>
    </message>
    <message>
        <source>the entry %1 a second time</source>
        <translation>词条 %1 出现了两次</translation>
    </message>
    <message>
        <source>every entry once (it is entry %1 already)</source>
        <translation>每个词条只出现一次（它已是第 %1 项）</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 项</translation>
    </message>
    <message>
        <source>the id %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>an id from 0 to %1</source>
        <translation>0 到 %1 之间的编号</translation>
    </message>
    <message>
        <source>the id %1 of the entry %2</source>
        <translation>编号 %1，即词条 %2</translation>
    </message>
    <message>
        <source>the id of %1</source>
        <translation>%1 的编号</translation>
    </message>
    <message>
        <source>no entry %1</source>
        <translation>没有词条 %1</translation>
    </message>
    <message>
        <source>an entry for each of the 256 bytes, so that every text can be encoded</source>
        <translation>256 个字节各有一个词条，这样任何文本都能编码</translation>
    </message>
    <message>
        <source>an entry of %1 bytes</source>
        <translation>词条长 %1 字节</translation>
    </message>
    <message>
        <source>the entry %1</source>
        <translation>词条 %1</translation>
    </message>
    <message>
        <source>text with at most one joiner mark at its begin and one at its end</source>
        <translation>首尾各最多有一个连接符的文本</translation>
    </message>
    <message>
        <source>the token id %1</source>
        <translation>词元编号 %1</translation>
    </message>
    <message>
        <source>Use the model together with its own tokenizer.json.</source>
        <translation>请让模型与它自己的 tokenizer.json 一起使用。</translation>
    </message>
    <message>
        <source>names such as &quot;en&quot;</source>
        <translation>名称，如 &quot;en&quot;</translation>
    </message>
    <message>
        <source>a language without a name</source>
        <translation>没有名称的语言</translation>
    </message>
    <message>
        <source>no entry &quot;%1&quot;</source>
        <translation>没有词条“%1”</translation>
    </message>
    <message>
        <source>the special token that this model puts around texts</source>
        <translation>这个模型放在文本两端的特殊词元</translation>
    </message>
    <message>
        <source>the id of a token as its key</source>
        <translation>以词元编号为键</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot;</source>
        <translation>键“%1”</translation>
    </message>
    <message>
        <source>a merge with &quot;%1&quot;, which the vocabulary does not hold</source>
        <translation>合并规则中有“%1”，而词表中没有它</translation>
    </message>
    <message>
        <source>a merge of entries into an entry</source>
        <translation>把词条合并为词条的规则</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>a line that is no pair</source>
        <translation>这一行不是一对词条</translation>
    </message>
    <message>
        <source>two entries with one space between them</source>
        <translation>用一个空格隔开的两个词条</translation>
    </message>
    <message>
        <source>Use the merges.txt that belongs to the model.</source>
        <translation>请使用这个模型自己的 merges.txt。</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; a second time</source>
        <translation>词条“%1”出现了两次</translation>
    </message>
    <message>
        <source>every entry once</source>
        <translation>每个词条只出现一次</translation>
    </message>
    <message>
        <source>Use the vocab.txt that belongs to the model.</source>
        <translation>请使用这个模型自己的 vocab.txt。</translation>
    </message>
    <message>
        <source>no piece &quot;%1&quot;</source>
        <translation>没有词片“%1”</translation>
    </message>
    <message>
        <source>a SentencePiece model of the family %1</source>
        <translation>%1 系列的 SentencePiece 模型</translation>
    </message>
    <message>
        <source>Look for a tokenizer.json of this model.</source>
        <translation>请寻找这个模型的 tokenizer.json。</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>this file beside source.spm</source>
        <translation>source.spm 旁边要有这个文件</translation>
    </message>
    <message>
        <source>the language %1</source>
        <translation>语言 %1</translation>
    </message>
    <message>
        <source>a language that this model writes</source>
        <translation>这个模型能写的语言</translation>
    </message>
    <message>
        <source>none: the model does not choose between languages</source>
        <translation>不指定：这个模型不选择语言</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>an id below %1</source>
        <translation>小于 %1 的编号</translation>
    </message>
    <message>
        <source>a piece of %1 bytes</source>
        <translation>词片长 %1 字节</translation>
    </message>
    <message>
        <source>a score that is no finite number</source>
        <translation>分数不是有限的数</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <source>piece type %1</source>
        <translation>词片类型 %1</translation>
    </message>
    <message>
        <source>1 to 6</source>
        <translation>1 到 6</translation>
    </message>
    <message>
        <source>an empty piece</source>
        <translation>空的词片</translation>
    </message>
    <message>
        <source>at least one character</source>
        <translation>至少一个字符</translation>
    </message>
    <message>
        <source>a zero byte in a piece</source>
        <translation>词片中有零字节</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>model type %1</source>
        <translation>模型类型 %1</translation>
    </message>
    <message>
        <source>1 to 4</source>
        <translation>1 到 4</translation>
    </message>
    <message>
        <source>too many pieces</source>
        <translation>词片太多</translation>
    </message>
    <message>
        <source>%1, piece %2</source>
        <translation>%1，第 %2 个词片</translation>
    </message>
    <message>
        <source>a second unknown piece</source>
        <translation>第二个未知词片</translation>
    </message>
    <message>
        <source>no pieces</source>
        <translation>没有词片</translation>
    </message>
    <message>
        <source>no unknown piece</source>
        <translation>没有未知词片</translation>
    </message>
    <message>
        <source>a SentencePiece model with a piece of type unknown</source>
        <translation>带有未知词片的 SentencePiece 模型</translation>
    </message>
    <message>
        <source>%1 byte pieces</source>
        <translation>%1 个字节词片</translation>
    </message>
    <message>
        <source>256 for byte_fallback</source>
        <translation>256 个，供 byte_fallback 使用</translation>
    </message>
    <message>
        <source>a second piece %1</source>
        <translation>词片 %1 重复出现</translation>
    </message>
    <message>
        <source>each piece once</source>
        <translation>每个词片只出现一次</translation>
    </message>
    <message>
        <source>a byte piece without byte_fallback</source>
        <translation>没有 byte_fallback，却有字节词片</translation>
    </message>
    <message>
        <source>the byte piece %1</source>
        <translation>字节词片 %1</translation>
    </message>
    <message>
        <source>&lt;0x00&gt; to &lt;0xFF&gt;</source>
        <translation>&lt;0x00&gt; 到 &lt;0xFF&gt;</translation>
    </message>
    <message>
        <source>a tokenizer that was read from the files of another program</source>
        <translation>从其他程序的文件读入的分词器</translation>
    </message>
    <message>
        <source>one that was trained here</source>
        <translation>在本程序中训练的分词器</translation>
    </message>
    <message>
        <source>Copy the files that it was read from.</source>
        <translation>请复制它原来的文件。</translation>
    </message>
    <message>
        <source>no tokenizer</source>
        <translation>没有分词器</translation>
    </message>
    <message>
        <source>tokenizer.json, vocab.json with merges.txt, vocab.txt or a model of SentencePiece</source>
        <translation>tokenizer.json、vocab.json 加 merges.txt、vocab.txt 或 SentencePiece 模型</translation>
    </message>
    <message>
        <source>Put the tokenizer&apos;s files beside config.json.</source>
        <translation>请把分词器文件放在 config.json 旁边。</translation>
    </message>
    <message>
        <source>a text and its score</source>
        <translation>文本和它的分数</translation>
    </message>
    <message>
        <source>at least one entry</source>
        <translation>至少一个词条</translation>
    </message>
    <message>
        <source>no entry</source>
        <translation>没有词条</translation>
    </message>
    <message>
        <source>two entries</source>
        <translation>两个词条</translation>
    </message>
    <message>
        <source>an entry of the vocabulary</source>
        <translation>词表中的词条</translation>
    </message>
    <message>
        <source>BPE, WordPiece or Unigram</source>
        <translation>BPE、WordPiece 或 Unigram</translation>
    </message>
    <message>
        <source>the model &quot;%1&quot;</source>
        <translation>模型“%1”</translation>
    </message>
    <message>
        <source>This tokenizer cannot be used yet.</source>
        <translation>暂时还不能使用这个分词器。</translation>
    </message>
    <message>
        <source>a text of 1 to %1 bytes</source>
        <translation>1 到 %1 字节的文本</translation>
    </message>
    <message>
        <source>a post-processor that Glassformer knows</source>
        <translation>Glassformer 支持的后处理器</translation>
    </message>
    <message>
        <source>the post-processor &quot;%1&quot;</source>
        <translation>后处理器“%1”</translation>
    </message>
    <message>
        <source>a token and its id</source>
        <translation>词元和它的编号</translation>
    </message>
    <message>
        <source>a %1 that Glassformer knows</source>
        <translation>Glassformer 支持的%1</translation>
    </message>
    <message>
        <source>the %1 &quot;%2&quot;</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>one character</source>
        <translation>一个字符</translation>
    </message>
    <message>
        <source>a regular expression that Glassformer knows</source>
        <translation>Glassformer 支持的正则表达式</translation>
    </message>
    <message>
        <source>the expression &quot;%1&quot;</source>
        <translation>表达式“%1”</translation>
    </message>
    <message>
        <source>a table in base64</source>
        <translation>base64 编码的表</translation>
    </message>
    <message>
        <source>normalizer</source>
        <translation>规范化器</translation>
    </message>
    <message>
        <source>pre-tokenizer</source>
        <translation>预分词器</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>a byte that is not UTF-8, at byte %1</source>
        <translation>第 %1 字节不是 UTF-8</translation>
    </message>
    <message>
        <source>text in UTF-8</source>
        <translation>UTF-8 文本</translation>
    </message>
    <message>
        <source>Save the text in the encoding UTF-8.</source>
        <translation>请把文本另存为 UTF-8 编码。</translation>
    </message>
    <message>
        <source>an empty list of pieces</source>
        <translation>词片列表是空的</translation>
    </message>
    <message>
        <source>unknown id %1</source>
        <translation>未知词元的编号 %1</translation>
    </message>
    <message>
        <source>a text of %1 bytes</source>
        <translation>文本长 %1 字节</translation>
    </message>
    <message>
        <source>less than 4 GB</source>
        <translation>小于 4 GB</translation>
    </message>
    <message>
        <source>the character %1</source>
        <translation>字符 %1</translation>
    </message>
    <message>
        <source>only characters of the vocabulary, which has no piece for the unknown</source>
        <translation>只有词表中的字符，因为词表没有未知词片</translation>
    </message>
    <message>
        <source>the id %1 of %2</source>
        <translation>%2 的编号 %1</translation>
    </message>
    <message>
        <source>the entry %1 with the ids %2 and %3</source>
        <translation>词条 %1 有 %2 和 %3 两个编号</translation>
    </message>
    <message>
        <source>the id %1 for %2 and for %3</source>
        <translation>编号 %1 同时用于 %2 和 %3</translation>
    </message>
    <message>
        <source>every id once</source>
        <translation>每个编号只出现一次</translation>
    </message>
    <message>
        <source>Use the model together with its own tokenizer files.</source>
        <translation>请让模型与它自己的分词器文件一起使用。</translation>
    </message>
    <message>
        <source>text %1 of the corpus</source>
        <translation>语料的第 %1 条文本</translation>
    </message>
    <message>
        <source>a vocabulary of %1 entries</source>
        <translation>词表有 %1 项</translation>
    </message>
    <message>
        <source>%1 entries, as config.json says</source>
        <translation>%1 项，这是 config.json 所写的</translation>
    </message>
    <message>
        <source>the token %1 to begin with</source>
        <translation>开头词元的编号为 %1</translation>
    </message>
    <message>
        <source>tokens below %1, the size of the vocabulary</source>
        <translation>小于 %1（词表大小）的词元编号</translation>
    </message>
    <message>
        <source>config.json or generation_config.json may be of another model.</source>
        <translation>config.json 或 generation_config.json 可能属于另一个模型。</translation>
    </message>
    <message>
        <source>no decoder_start_token_id</source>
        <translation>没有 decoder_start_token_id</translation>
    </message>
    <message>
        <source>the token that the decoder begins with</source>
        <translation>解码器开头的词元</translation>
    </message>
    <message>
        <source>Add it to config.json.</source>
        <translation>请把它加到 config.json 里。</translation>
    </message>
    <message>
        <source>Shorten the text.</source>
        <translation>请缩短文本。</translation>
    </message>
    <message>
        <source>an empty sentence</source>
        <translation>句子为空</translation>
    </message>
    <message>
        <source>Type some words.</source>
        <translation>请先输入文字。</translation>
    </message>
    <message>
        <source>a text of %1 tokens</source>
        <translation>文本共 %1 个词元</translation>
    </message>
    <message>
        <source>a tensor of this run</source>
        <translation>这次运行的张量</translation>
    </message>
    <message>
        <source>no attention weights</source>
        <translation>没有注意力权重</translation>
    </message>
    <message>
        <source>at least encoder.0.self_attention.weights or decoder.0.self_attention.weights [H, Q, K]</source>
        <translation>至少要有 encoder.0.self_attention.weights 或 decoder.0.self_attention.weights [H, Q, K]</translation>
    </message>
    <message>
        <source>Name the tensors as the documentation of traces says.</source>
        <translation>请按运行记录的说明文档为张量命名。</translation>
    </message>
    <message>
        <source>the tensor %1 of shape %2</source>
        <translation>张量 %1，形状为 %2</translation>
    </message>
    <message>
        <source>extents of at least 1</source>
        <translation>每个维度至少为 1</translation>
    </message>
    <message>
        <source>no attention weights for %1</source>
        <translation>没有 %1 的注意力权重</translation>
    </message>
    <message>
        <source>a tensor of weights [H, Q, K]</source>
        <translation>权重张量 [H, Q, K]</translation>
    </message>
    <message>
        <source>[buckets, heads]</source>
        <translation>[桶, 注意力头]</translation>
    </message>
    <message>
        <source>%1 extents</source>
        <translation>%1 个维度</translation>
    </message>
    <message>
        <source>%1 rows, one for each token</source>
        <translation>%1 行，每个词元一行</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>%1 heads, as in the first layer</source>
        <translation>%1 个注意力头，与第一层相同</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>Reading the recorded run</source>
        <translation>正在读取运行记录</translation>
    </message>
    <message>
        <source>the change &quot;%1&quot;</source>
        <translation>改动“%1”</translation>
    </message>
    <message>
        <source>&quot;off&quot;</source>
        <translation>“off”</translation>
    </message>
    <message>
        <source>the output of a layer or the position of a stack; other records are set to 0</source>
        <translation>层的输出或位置编码；其他记录请设为 0</translation>
    </message>
    <message>
        <source>&quot;cut&quot;</source>
        <translation>“cut”</translation>
    </message>
    <message>
        <source>a record called masked</source>
        <translation>名为 masked 的记录</translation>
    </message>
    <message>
        <source>&quot;lifted&quot;</source>
        <translation>“lifted”</translation>
    </message>
    <message>
        <source>decoder.self_attention.masked, of one layer or of all</source>
        <translation>decoder.self_attention.masked，一层或所有层</translation>
    </message>
    <message>
        <source>&quot;mean&quot;</source>
        <translation>“mean”</translation>
    </message>
    <message>
        <source>a record with a row for every token</source>
        <translation>每个词元一行的记录</translation>
    </message>
    <message>
        <source>a head, row or column</source>
        <translation>注意力头、行或列</translation>
    </message>
    <message>
        <source>the whole record</source>
        <translation>整个记录</translation>
    </message>
    <message>
        <source>values beside a word</source>
        <translation>在关键字之外还有数值</translation>
    </message>
    <message>
        <source>either of them</source>
        <translation>二者只取其一</translation>
    </message>
    <message>
        <source>a value that is no number</source>
        <translation>有一个值不是数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a value that is no place</source>
        <translation>有一个值不能表示位置</translation>
    </message>
    <message>
        <source>whole numbers from 0 on</source>
        <translation>从 0 开始的整数</translation>
    </message>
    <message>
        <source>%1 values for one number</source>
        <translation>一个数却给了 %1 个值</translation>
    </message>
    <message>
        <source>one value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>numbers from 0 to %1</source>
        <translation>0 到 %1 的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no record that can be changed</source>
        <translation>“%1”不是可以改动的记录</translation>
    </message>
    <message>
        <source>a name such as encoder.3.self_attention.mixed</source>
        <translation>如 encoder.3.self_attention.mixed 这样的名称</translation>
    </message>
    <message>
        <source>a head</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>a record that each head has</source>
        <translation>每个头都有的记录</translation>
    </message>
    <message>
        <source>no record %1 in %2</source>
        <translation>%2中没有记录 %1</translation>
    </message>
    <message>
        <source>a record of this model</source>
        <translation>这个模型的记录</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>one value or a row of %1</source>
        <translation>一个值，或一行 %1 个值</translation>
    </message>
    <message>
        <source>no number behind &quot;%1&quot;</source>
        <translation>“%1”后面没有数</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>从 0 开始的整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the brackets</source>
        <translation>方括号中的“%1”</translation>
    </message>
    <message>
        <source>head, query and key, in this order, those that are needed</source>
        <translation>按顺序写需要的 head、query、key</translation>
    </message>
    <message>
        <source>head, token and dimension, in this order, those that are needed</source>
        <translation>按顺序写需要的 head、token、dimension</translation>
    </message>
    <message>
        <source>brackets that do not end</source>
        <translation>方括号没有结束</translation>
    </message>
    <message>
        <source>a ] behind the last number</source>
        <translation>最后一个数后面要有 ]</translation>
    </message>
    <message>
        <source>a number, a list of numbers, mean, cut, lifted or off</source>
        <translation>一个数、一组数、mean、cut、lifted 或 off</translation>
    </message>
    <message>
        <source>the value &quot;%1&quot;</source>
        <translation>值“%1”</translation>
    </message>
    <message>
        <source>no = behind the place</source>
        <translation>位置后面没有 =</translation>
    </message>
    <message>
        <source>PLACE = VALUE</source>
        <translation>位置 = 值</translation>
    </message>
    <message>
        <source>rotary positions</source>
        <translation>旋转位置编码</translation>
    </message>
    <message>
        <source>relative positions</source>
        <translation>相对位置编码</translation>
    </message>
    <message>
        <source>a position table with an offset</source>
        <translation>带偏移的位置表</translation>
    </message>
    <message>
        <source>a gated feed-forward network</source>
        <translation>门控前馈网络</translation>
    </message>
    <message>
        <source>a norm of queries and keys</source>
        <translation>查询和键的归一化</translation>
    </message>
    <message>
        <source>keys and values that heads share</source>
        <translation>多个头共用的键和值（分组查询注意力）</translation>
    </message>
    <message>
        <source>a sliding window</source>
        <translation>滑动窗口</translation>
    </message>
    <message>
        <source>scores that are not divided by sqrt(d_head)</source>
        <translation>未除以 sqrt(d_head) 的注意力分数</translation>
    </message>
    <message>
        <source>layers that share their weights</source>
        <translation>共用权重的层</translation>
    </message>
    <message>
        <source>an embedding table of another width than d_model</source>
        <translation>宽度不等于 d_model 的嵌入表</translation>
    </message>
    <message>
        <source>a norm of the embedding</source>
        <translation>嵌入的归一化</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>段嵌入</translation>
    </message>
    <message>
        <source>a transform before the output</source>
        <translation>输出之前的变换</translation>
    </message>
    <message>
        <source>a scaled output</source>
        <translation>缩放的输出</translation>
    </message>
    <message>
        <source>a bias of the output</source>
        <translation>输出的偏置</translation>
    </message>
    <message>
        <source>a model without output</source>
        <translation>没有输出层的模型</translation>
    </message>
    <message>
        <source>%1, which this program can run but not train</source>
        <translation>%1：本程序能运行，但不能训练</translation>
    </message>
    <message>
        <source>Change the recipe&apos;s model.</source>
        <translation>请修改训练方案中的模型。</translation>
    </message>
    <message>
        <source>embedding_size and hidden_size are both %1</source>
        <translation>embedding_size 和 hidden_size 都是 %1</translation>
    </message>
    <message>
        <source>quantised weights</source>
        <translation>量化的权重</translation>
    </message>
    <message>
        <source>weights quantised by %1</source>
        <translation>由 %1 量化的权重</translation>
    </message>
    <message>
        <source>weights in F32, F16 or BF16</source>
        <translation>F32、F16 或 BF16 的权重</translation>
    </message>
    <message>
        <source>Open the model from which these files were made.</source>
        <translation>请打开量化之前的原模型。</translation>
    </message>
    <message>
        <source>Rules of %1 that are followed: %2.</source>
        <translation>已遵循 %1 中的规则：%2。</translation>
    </message>
    <message>
        <source>%1 asks for %2: here the likeliest word is taken, unless you choose another way.</source>
        <translation>%1 要求 %2：这里总选概率最大的词元（贪心），除非您另选解码方式。</translation>
    </message>
    <message>
        <source>Rules of %1 that are not followed: %2.</source>
        <translation>未遵循 %1 中的规则：%2。</translation>
    </message>
    <message>
        <source>forced_eos_token_id of %1 is not followed: a text that was cut is shown as cut, without an end.</source>
        <translation>未遵循 %1 的 forced_eos_token_id：文本因长度限制而中断时，不补写结束词元。</translation>
    </message>
    <message>
        <source>one for each of the %1 layers</source>
        <translation>%1 层各一个</translation>
    </message>
    <message>
        <source>%1 kinds of layers</source>
        <translation>%1 种层</translation>
    </message>
    <message>
        <source>a window too: layers with one stand behind those without</source>
        <translation>也是窗口层：有窗口的层排在没有窗口的层之后</translation>
    </message>
    <message>
        <source>full_attention, since use_sliding_window switches the window off</source>
        <translation>full_attention，因为 use_sliding_window 关闭了窗口</translation>
    </message>
    <message>
        <source>Tensors with weights that are no numbers (NaN or infinite): %1, first %2. What is computed from them is no number either.</source>
        <translation>有 %1 个张量含有无效的权重（NaN 或无穷大），第一个是 %2。由它们算出的结果也无效。</translation>
    </message>
    <message>
        <source>The files hold no output to words: the model gives vectors and maps, and no next word.</source>
        <translation>文件中没有到词表的输出层：模型只给出向量和注意力图，不预测下一个词元。</translation>
    </message>
    <message>
        <source>Tensors of the files that are not used: %1, first %2.</source>
        <translation>文件中有 %1 个张量未使用，第一个是 %2。</translation>
    </message>
    <message>
        <source>the tensors that %1 lists for %2</source>
        <translation>%1 为 %2 列出的张量</translation>
    </message>
    <message>
        <source>The file may be only a part of the model, or config.json that of another.</source>
        <translation>这个文件可能只是模型的一部分，或 config.json 属于另一个模型。</translation>
    </message>
    <message>
        <source>The weights may be of another kind of model than config.json says.</source>
        <translation>权重可能不是 config.json 所说的那种模型。</translation>
    </message>
    <message>
        <source>config.json leaves out %1: the values that are usual for %2 were taken.</source>
        <translation>config.json 没有写 %1：已采用 %2 的默认值。</translation>
    </message>
    <message>
        <source>quantised weights: %1</source>
        <translation>量化的权重：%1</translation>
    </message>
    <message>
        <source>a text of at most %1 bytes</source>
        <translation>最多 %1 字节的文本</translation>
    </message>
    <message>
        <source>a class of tokenizers that Glassformer knows</source>
        <translation>Glassformer 支持的分词器类型</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot;</source>
        <translation>类型“%1”</translation>
    </message>
    <message>
        <source>older tokenizer files of the family %1</source>
        <translation>%1 系列的旧式分词器文件</translation>
    </message>
    <message>
        <source>a tokenizer.json, or a tokenizer_class</source>
        <translation>tokenizer.json 或 tokenizer_class</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>a file with something in it</source>
        <translation>有内容的文件</translation>
    </message>
    <message>
        <source>Fetch this file again.</source>
        <translation>请重新获取这个文件。</translation>
    </message>
    <message>
        <source>one of LLaMA, Mistral, T5, mT5, ALBERT, XLM-RoBERTa or mBART</source>
        <translation>LLaMA、Mistral、T5、mT5、ALBERT、XLM-RoBERTa 或 mBART 之一</translation>
    </message>
    <message>
        <source>one vocabulary for both languages</source>
        <translation>两种语言共用一个词表</translation>
    </message>
    <message>
        <source>two vocabularies</source>
        <translation>两个词表</translation>
    </message>
    <message>
        <source>&quot;%1&quot; moved with its token: &quot;%2&quot;.</source>
        <translation>“%1”已随它的词元移动：“%2”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was dropped: the new text no longer has its token.</source>
        <translation>“%1”已取消：新文本中没有它的词元了。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was dropped: the answer is written anew, so its token has no place yet.</source>
        <translation>“%1”已取消：译文要重新生成，它的词元还没有位置。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was dropped: %2</source>
        <translation>“%1”已取消：%2</translation>
    </message>
    <message>
        <source>The tokenizer knows %1 tokens, the model %2: a text with one of the others cannot be read.</source>
        <translation>分词器有 %1 个词元，模型只有 %2 个：含有其余词元的文本无法读取。</translation>
    </message>
    <message>
        <source>the token %1 with the number %2</source>
        <translation>词元 %1，编号 %2</translation>
    </message>
    <message>
        <source>tokens below %1: for others %2 has no vector</source>
        <translation>编号小于 %1 的词元：其余词元在%2中没有向量</translation>
    </message>
    <message>
        <source>Leave it out of the text.</source>
        <translation>请从文本中去掉它。</translation>
    </message>
    <message>
        <source>“%1” as the language of the text</source>
        <translation>文本的语言“%1”</translation>
    </message>
    <message>
        <source>none: %1 is not told what it reads</source>
        <translation>不指定：%1不需要说明原文的语言</translation>
    </message>
    <message>
        <source>a language that %1 reads</source>
        <translation>%1能读的语言</translation>
    </message>
    <message>
        <source>a language, or two such as &quot;en-fr&quot;</source>
        <translation>一种语言，或如“en-fr”的两种</translation>
    </message>
    <message>
        <source>two files of the same name</source>
        <translation>两个同名文件</translation>
    </message>
    <message>
        <source>the files of one model</source>
        <translation>同一个模型的文件</translation>
    </message>
    <message>
        <source>a file that you may not read</source>
        <translation>您无权读取这个文件</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>a file that cannot be read (%1)</source>
        <translation>无法读取这个文件（%1）</translation>
    </message>
    <message>
        <source>a folder that you may not open</source>
        <translation>您无权打开这个文件夹</translation>
    </message>
    <message>
        <source>a file instead of a folder</source>
        <translation>这是文件，而不是文件夹</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>no room on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>a disk that can only be read</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>a folder that cannot be read (%1)</source>
        <translation>无法读取这个文件夹（%1）</translation>
    </message>
    <message>
        <source>a folder that you may not write into</source>
        <translation>您无权写入这个文件夹</translation>
    </message>
    <message>
        <source>a name that is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>a file that cannot be written (%1)</source>
        <translation>无法写入这个文件（%1）</translation>
    </message>
    <message>
        <source>Ask for permission, or choose another place.</source>
        <translation>请申请权限，或另选位置。</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose another place.</source>
        <translation>请腾出磁盘空间，或另选位置。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请另选位置。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted, or its disk is not connected.</source>
        <translation>它可能已被移动、改名或删除，或所在磁盘没有连接。</translation>
    </message>
    <message>
        <source>Choose the folder that holds config.json and the weights.</source>
        <translation>请选择含有 config.json 和权重的文件夹。</translation>
    </message>
    <message>
        <source>Ask its owner for the right to read it, or copy it to a folder of your own.</source>
        <translation>请向所有者申请读取权限，或把它复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>a name that leads to another folder</source>
        <translation>名称指向另一个文件夹</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Choose all files of the model together, or its folder.</source>
        <translation>请同时选择模型的所有文件，或选择它的文件夹。</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>训练：%1</translation>
    </message>
    <message>
        <source>%1 entries, one for each token</source>
        <translation>%1 项，每个词元一项</translation>
    </message>
    <message>
        <source>a begin and an end</source>
        <translation>起点和终点</translation>
    </message>
    <message>
        <source>the number of a vocabulary entry as its name</source>
        <translation>以词表编号为名</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>The vocabulary of this model lacks %1 of the %2 words and signs of this text, so the answer means little.</source>
        <translation>这段文字共有 %2 个词和符号，其中 %1 个不在模型的词表中，因此输出没有多大意义。</translation>
    </message>
    <message>
        <source>This text is in %1 already, the language that is to be written. Choose another one.</source>
        <translation>这段文字本来就是%1，与目标语言相同。请另选目标语言。</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1或%2</translation>
    </message>
    <message>
        <source>This model has learned to read %1, and this text is in %2: expect odd answers.</source>
        <translation>这个模型学过的是%1，而这段文字是%2，输出可能不合理。</translation>
    </message>
    <message>
        <source>This model has learned to write %1 from %2, and this text is in %3: expect odd answers.</source>
        <translation>这个模型学过的是把%2译成%1，而这段文字是%3，输出可能不合理。</translation>
    </message>
    <message>
        <source>This model has never seen the letters of this text: expect odd answers.</source>
        <translation>这个模型从未见过这段文字所用的字符，输出可能不合理。</translation>
    </message>
    <message>
        <source>This text mixes languages, and the model has learned from sentences in one: expect odd answers.</source>
        <translation>这段文字混用了多种语言，而模型训练所用的句子都只含一种语言，输出可能不合理。</translation>
    </message>
    <message>
        <source>%1: values that are not numbers</source>
        <translation>%1：含有无效数值（NaN 或无穷大）</translation>
    </message>
    <message>
        <source>%1: a row sums to %2, not to 1</source>
        <translation>%1：有一行之和为 %2，而不是 1</translation>
    </message>
    <message>
        <source>This view was made with another model: its weights&apos; digest is %1, that of %2 is %3. What is shown may differ.</source>
        <translation>这个视图是用另一个模型生成的：它的权重摘要为 %1，而%2的权重摘要为 %3。显示的内容可能不同。</translation>
    </message>
    <message>
        <source>the name of a step, such as softmax</source>
        <translation>步骤名称，例如 softmax</translation>
    </message>
    <message>
        <source>32 hexadecimal digits, or nothing</source>
        <translation>32 位十六进制数，或不写</translation>
    </message>
    <message>
        <source>a percent sign without two hexadecimal digits</source>
        <translation>百分号后面缺少两位十六进制数</translation>
    </message>
    <message>
        <source>a percent sign written as %25</source>
        <translation>写作 %25 的百分号</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>不是链接</translation>
    </message>
    <message>
        <source>glassformer:? and fields of a view</source>
        <translation>glassformer:? 加视图的各个字段</translation>
    </message>
    <message>
        <source>an unknown field</source>
        <translation>有未知字段</translation>
    </message>
    <message>
        <source>a field of a view, such as text or step</source>
        <translation>视图的字段，例如 text 或 step</translation>
    </message>
    <message>
        <source>a field without &quot;=&quot;</source>
        <translation>字段缺少“=”</translation>
    </message>
    <message>
        <source>a field and its value</source>
        <translation>字段和它的值</translation>
    </message>
    <message>
        <source>a field that stands twice</source>
        <translation>字段重复出现</translation>
    </message>
    <message>
        <source>each field once</source>
        <translation>每个字段只出现一次</translation>
    </message>
    <message>
        <source>the name of a folder of the resources</source>
        <translation>资源中某个文件夹的名称</translation>
    </message>
    <message>
        <source>a run without words</source>
        <translation>没有词元的运行</translation>
    </message>
    <message>
        <source>Open one of these.</source>
        <translation>请打开其中之一。</translation>
    </message>
    <message>
        <source>a folder and something else</source>
        <translation>文件夹与其他文件混在一起</translation>
    </message>
    <message>
        <source>one folder, or the files of one model</source>
        <translation>一个文件夹，或同一个模型的全部文件</translation>
    </message>
    <message>
        <source>Drop the folder of a model alone, or all its files together.</source>
        <translation>请只拖入模型的文件夹，或把它的所有文件一起拖入。</translation>
    </message>
    <message>
        <source>“%1”, which is no token of the model</source>
        <translation>“%1”不是模型的词元</translation>
    </message>
    <message>
        <source>a word that the model writes as one token</source>
        <translation>模型作为一个词元写出的词</translation>
    </message>
    <message>
        <source>Ask for another word, or for the first piece of this one.</source>
        <translation>请换一个词，或改问这个词的第一个片段。</translation>
    </message>
    <message>
        <source>Reading every layer as if it were the last</source>
        <translation>把每一层当作最后一层来读</translation>
    </message>
    <message>
        <source>Taking out one part after the other</source>
        <translation>逐个去掉各部分</translation>
    </message>
    <message>
        <source>Taking out heads together</source>
        <translation>同时去掉几个头</translation>
    </message>
    <message>
        <source>cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>a stack that is not there</source>
        <translation>不存在的层组</translation>
    </message>
    <message>
        <source>vectors that %1 has</source>
        <translation>%1 拥有的向量</translation>
    </message>
    <message>
        <source>Carrying vectors from one run into the other</source>
        <translation>把一次运行的向量移入另一次运行</translation>
    </message>
    <message>
        <source>Running the other sentence</source>
        <translation>正在运行另一句</translation>
    </message>
    <message>
        <source>two runs in which “%1” is equally likely</source>
        <translation>“%1”在两次运行中概率相同</translation>
    </message>
    <message>
        <source>runs that differ in the word that is asked about</source>
        <translation>在所问的词上不同的两次运行</translation>
    </message>
    <message>
        <source>Ask for another word, or change the second sentence.</source>
        <translation>请换一个词来问，或修改第二句。</translation>
    </message>
    <message>
        <source>a second sentence of %1 tokens</source>
        <translation>第二句有 %1 个词元</translation>
    </message>
    <message>
        <source>%1 tokens, as the first one has</source>
        <translation>与第一句相同的 %1 个词元</translation>
    </message>
    <message>
        <source>Choose a twin that is as long, or have the words aligned.</source>
        <translation>请选一个一样长的对照句，或让两句的词对齐。</translation>
    </message>
    <message>
        <source>no counterpart of the place that is asked about</source>
        <translation>所问的位置没有对应之处</translation>
    </message>
    <message>
        <source>two sentences that both have it</source>
        <translation>两句都有这个位置</translation>
    </message>
    <message>
        <source>“%1” against itself</source>
        <translation>“%1”与它自己相比</translation>
    </message>
    <message>
        <source>another word as its rival</source>
        <translation>另一个词作为对手</translation>
    </message>
    <message>
        <source>a recorded run</source>
        <translation>已记录的运行</translation>
    </message>
    <message>
        <source>a run of this program, in which something can be tried</source>
        <translation>本程序的运行，可以在其中做实验</translation>
    </message>
    <message>
        <source>Open the model and run the text.</source>
        <translation>请打开模型并运行这段文本。</translation>
    </message>
    <message>
        <source>no %1, but %2</source>
        <translation>缺少 %1，却有 %2</translation>
    </message>
    <message>
        <source>numbers that fit in F16</source>
        <translation>F16 能表示的数</translation>
    </message>
    <message>
        <source>Store the model as F32.</source>
        <translation>请把模型存为 F32。</translation>
    </message>
    <message>
        <source>the words that the stories tell of</source>
        <translation>故事里要用到的词</translation>
    </message>
    <message>
        <source>the use of &quot;%1&quot;</source>
        <translation>用法“%1”</translation>
    </message>
    <message>
        <source>a class and tag of nouns.tsv</source>
        <translation>nouns.tsv 中的类别和标签</translation>
    </message>
    <message>
        <source>F32 or F16</source>
        <translation>F32 或 F16</translation>
    </message>
    <message>
        <source>translator</source>
        <translation>翻译模型</translation>
    </message>
    <message>
        <source>next-word</source>
        <translation>续写模型</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>填空模型</translation>
    </message>
    <message>
        <source>at most %1 entries</source>
        <translation>最多 %1 项</translation>
    </message>
    <message>
        <source>%1, more than the %2 tokens that %3 reads</source>
        <translation>%1，超过%3的上限（%2 个词元）</translation>
    </message>
    <message>
        <source>%1, more than the %2 tokens for which there is memory</source>
        <translation>%1，超过现有内存所能处理的 %2 个词元</translation>
    </message>
    <message>
        <source>no mask in the vocabulary of %1</source>
        <translation>%1的词表中没有掩码词元</translation>
    </message>
    <message>
        <source>a model that fills gaps</source>
        <translation>填空模型</translation>
    </message>
    <message>
        <source>Remove the words instead, or blank their vectors.</source>
        <translation>请改为去掉这些词，或把它们的向量清零。</translation>
    </message>
    <message>
        <source>Following the slope of the word&apos;s probability</source>
        <translation>沿着该词概率的梯度计算</translation>
    </message>
    <message>
        <source>Leaving out one word after the other</source>
        <translation>逐个去掉各词</translation>
    </message>
    <message>
        <source>a bank without sentences</source>
        <translation>没有句子的句库</translation>
    </message>
    <message>
        <source>at least one pair of twins</source>
        <translation>至少一对对照句</translation>
    </message>
    <message>
        <source>Trying every head on many sentences</source>
        <translation>在许多句子上逐个试验各头</translation>
    </message>
    <message>
        <source>a run without %1</source>
        <translation>没有 %1 的运行</translation>
    </message>
    <message>
        <source>two runs that have it</source>
        <translation>都有它的两次运行</translation>
    </message>
    <message>
        <source>%1 layers of %2 numbers</source>
        <translation>%1 层，每层 %2 个数</translation>
    </message>
    <message>
        <source>%1 layers of %2 numbers, as in the first run</source>
        <translation>%1 层，每层 %2 个数，与第一次运行相同</translation>
    </message>
    <message>
        <source>a second run of %1 tokens</source>
        <translation>第二次运行有 %1 个词元</translation>
    </message>
    <message>
        <source>%1 in two shapes</source>
        <translation>%1 的两种形状</translation>
    </message>
    <message>
        <source>runs with as many tokens</source>
        <translation>词元数相同的运行</translation>
    </message>
    <message>
        <source>Choose a twin that is as long.</source>
        <translation>请选一个一样长的对照句。</translation>
    </message>
    <message>
        <source>a run of this program, with words</source>
        <translation>本程序的、有词元的运行</translation>
    </message>
    <message>
        <source>no row %1 of %2 in the run</source>
        <translation>运行中没有 %2 的第 %1 行</translation>
    </message>
    <message>
        <source>a run without the inside of its layers</source>
        <translation>没有记录各层内部的运行</translation>
    </message>
    <message>
        <source>%1, which does not translate to French</source>
        <translation>%1，它不译成法语</translation>
    </message>
    <message>
        <source>a translator of the bundled world</source>
        <translation>自带小世界的翻译模型</translation>
    </message>
    <message>
        <source>The vectors of one model mean nothing in another.</source>
        <translation>一个模型的向量在另一个模型里没有意义。</translation>
    </message>
    <message>
        <source>This run has no words whose change could be measured.</source>
        <translation>这次运行没有输出词，无法衡量变化。</translation>
    </message>
    <message>
        <source>no lexicons among the files of this program</source>
        <translation>程序文件中没有词表</translation>
    </message>
    <message>
        <source>Choose a file with sentences of your own.</source>
        <translation>请选择一个装有你自己句子的文件。</translation>
    </message>
    <message>
        <source>a model that reads %1 tokens and knows %2 words</source>
        <translation>最多读 %1 个词元、认识 %2 个词的模型</translation>
    </message>
    <message>
        <source>one that can read a text of random words twice</source>
        <translation>能把一段随机词读两遍的模型</translation>
    </message>
    <message>
        <source>Reading random words twice</source>
        <translation>把随机词读两遍</translation>
    </message>
    <message>
        <source>a run without words, of “%1”</source>
        <translation>没有词的运行（“%1”）</translation>
    </message>
    <message>
        <source>sentences for which the model writes a word</source>
        <translation>模型会写出词的句子</translation>
    </message>
    <message>
        <source>no sentences</source>
        <translation>没有句子</translation>
    </message>
    <message>
        <source>a text with a sentence on each line</source>
        <translation>每行一个句子的文本</translation>
    </message>
    <message>
        <source>the folder “%1” of Glassformer&apos;s resources</source>
        <translation>Glassformer 资源里的文件夹“%1”</translation>
    </message>
    <message>
        <source>Following other roads</source>
        <translation>正在探索其他写法</translation>
    </message>
    <message>
        <source>parts whose weights it has derivatives of</source>
        <translation>能对其权重求导的部件</translation>
    </message>
    <message>
        <source>a picture that does not say which view it shows</source>
        <translation>没有说明所显示视图的图片</translation>
    </message>
    <message>
        <source>Programs that edit or convert pictures often drop it: open the figure as it was made.</source>
        <translation>编辑或转换图片的程序往往会丢掉这一信息：请打开最初生成的插图。</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 到 %2 之间</translation>
    </message>
    <message>
        <source>a width of %1</source>
        <translation>宽度 %1</translation>
    </message>
    <message>
        <source>a height of %1</source>
        <translation>高度 %1</translation>
    </message>
    <message>
        <source>a font of %1</source>
        <translation>字号 %1</translation>
    </message>
    <message>
        <source>a resolution of %1</source>
        <translation>分辨率 %1</translation>
    </message>
    <message>
        <source>a font that is not installed: %1</source>
        <translation>未安装的字体：%1</translation>
    </message>
    <message>
        <source>the name of an installed font</source>
        <translation>已安装字体的名称</translation>
    </message>
    <message>
        <source>no token that is left to be drawn</source>
        <translation>没有剩下可绘制的词元</translation>
    </message>
    <message>
        <source>at least one on each side</source>
        <translation>每一侧至少一个</translation>
    </message>
    <message>
        <source>“%1” as a list of tokens</source>
        <translation>作为词元列表的“%1”</translation>
    </message>
    <message>
        <source>places from 1 to %1, such as 2-4,6</source>
        <translation>1 到 %1 之间的位置，例如 2-4,6</translation>
    </message>
    <message>
        <source>a run without probabilities of words</source>
        <translation>没有词概率的运行记录</translation>
    </message>
    <message>
        <source>a picture of %1 × %2 pixels</source>
        <translation>%1 × %2 像素的图片</translation>
    </message>
    <message>
        <source>at most 200 million pixels</source>
        <translation>至多 2 亿像素</translation>
    </message>
    <message>
        <source>Choose fewer dpi, a smaller width, or SVG or PDF.</source>
        <translation>请降低 dpi、减小宽度，或改用 SVG 或 PDF。</translation>
    </message>
    <message>
        <source>a picture without a table of numbers</source>
        <translation>没有数值表的图</translation>
    </message>
    <message>
        <source>one picture instead of everything, or another form than CSV</source>
        <translation>单独一幅图，或 CSV 以外的格式</translation>
    </message>
    <message>
        <source>a figure that cannot be written in this form</source>
        <translation>无法以此格式写出的插图</translation>
    </message>
    <message>
        <source>a name that ends with .svg, .pdf, .png, .csv or .tex</source>
        <translation>以 .svg、.pdf、.png、.csv 或 .tex 结尾的文件名</translation>
    </message>
    <message>
        <source>a figure of what is not known (yet)</source>
        <translation>一幅内容（尚）未知的插图</translation>
    </message>
    <message>
        <source>the plane of the vocabulary: open the step of embeddings first</source>
        <translation>词表的平面：请先打开嵌入这一步</translation>
    </message>
    <message>
        <source>what each layer would say: open that chapter of the evidence first</source>
        <translation>每一层会给出的词：请先打开证据中的这一章</translation>
    </message>
    <message>
        <source>a grid of %1 layers in this width</source>
        <translation>此宽度内 %1 层的网格</translation>
    </message>
    <message>
        <source>a wider figure, or a smaller font</source>
        <translation>更宽的插图或更小的字号</translation>
    </message>
    <message>
        <source>which words mattered: open that chapter of the evidence first</source>
        <translation>哪些词起了作用：请先打开证据中的这一章</translation>
    </message>
    <message>
        <source>what vectors of another run bring: carry vectors over in the window, or name its text by --with</source>
        <translation>另一运行的向量带来的变化：请在窗口中移植向量，或用 --with 指定其文本</translation>
    </message>
    <message>
        <source>a run without these numbers</source>
        <translation>没有这些数值的运行记录</translation>
    </message>
    <message>
        <source>a run that holds the attention weights of all layers</source>
        <translation>含有所有层注意力权重的运行记录</translation>
    </message>
    <message>
        <source>%1 heads beside each other</source>
        <translation>并排 %1 个注意力头</translation>
    </message>
    <message>
        <source>no word whose attention is to be drawn</source>
        <translation>没有指定要画哪个词的注意力</translation>
    </message>
    <message>
        <source>a chosen word</source>
        <translation>一个选定的词</translation>
    </message>
    <message>
        <source>Name it by --query, or choose it in the window.</source>
        <translation>请用 --query 指定，或在窗口中选择。</translation>
    </message>
    <message>
        <source>a run that holds the scores and weights of this layer</source>
        <translation>含有本层分数与权重的运行记录</translation>
    </message>
    <message>
        <source>%1 pictures beside each other</source>
        <translation>并排 %1 幅图</translation>
    </message>
    <message>
        <source>a wider figure, or fewer of them</source>
        <translation>更宽的插图，或减少图的数目</translation>
    </message>
    <message>
        <source>a picture called “%1”</source>
        <translation>名为“%1”的图</translation>
    </message>
    <message>
        <source>the picture “%1” at the step “%2”</source>
        <translation>步骤“%2”的图“%1”</translation>
    </message>
    <message>
        <source>a step that can be drawn for paper</source>
        <translation>可绘制成插图的步骤</translation>
    </message>
    <message>
        <source>Scores, attention weights and the next word can be.</source>
        <translation>分数、注意力权重和下一个词可以绘制。</translation>
    </message>
    <message>
        <source>a run without an encoding of positions</source>
        <translation>没有位置编码的运行</translation>
    </message>
    <message>
        <source>a model that adds one to its tokens</source>
        <translation>会给词元加上位置编码的模型</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 个位置</translation>
    </message>
    <message>
        <source>at most %1, to compare all of them</source>
        <translation>至多 %1 个，才能两两比较</translation>
    </message>
    <message>
        <source>no other run at the same step</source>
        <translation>没有处于同一步骤的另一运行</translation>
    </message>
    <message>
        <source>two runs to compare</source>
        <translation>两个可比较的运行</translation>
    </message>
    <message>
        <source>Compare with another sentence in the window, or name one by --with.</source>
        <translation>请在窗口中与另一句子比较，或用 --with 指定一句。</translation>
    </message>
    <message>
        <source>two runs without numbers that can be subtracted at this step</source>
        <translation>两个运行在这一步没有可相减的数值</translation>
    </message>
    <message>
        <source>a step whose tokens stand for each other</source>
        <translation>词元能够相互对应的步骤</translation>
    </message>
    <message>
        <source>a run that holds the vectors of this step</source>
        <translation>含有这一步向量的运行记录</translation>
    </message>
    <message>
        <source>%1 rows of figures that are %2 mm high</source>
        <translation>%1 行插图，每行高 %2 毫米</translation>
    </message>
    <message>
        <source>at most %1 mm on a page</source>
        <translation>每页至多 %1 毫米</translation>
    </message>
    <message>
        <source>Ask for fewer rows, or for more columns: then figures are smaller.</source>
        <translation>请减少行数，或增加列数使插图变小。</translation>
    </message>
    <message>
        <source>a page whose words would be smaller than 5 pt</source>
        <translation>文字会小于 5 pt 的页面</translation>
    </message>
    <message>
        <source>a wider figure, or one picture of it</source>
        <translation>更宽的插图，或只取其中一幅图</translation>
    </message>
    <message>
        <source>the same name for the figures of texts %1 and %2</source>
        <translation>第 %1 和第 %2 个文本的插图同名</translation>
    </message>
    <message>
        <source>a name for each</source>
        <translation>各不相同的文件名</translation>
    </message>
    <message>
        <source>Write {n} for the number of the text into the name, and {words} for its words.</source>
        <translation>请在文件名中用 {n} 表示文本序号，用 {words} 表示其中的词。</translation>
    </message>
    <message>
        <source>no word “%1” in the text</source>
        <translation>文本中没有词“%1”</translation>
    </message>
    <message>
        <source>a file without texts</source>
        <translation>没有文本的文件</translation>
    </message>
    <message>
        <source>one text on each line</source>
        <translation>每行一个文本</translation>
    </message>
    <message>
        <source>Reading sentences whose grammar is known</source>
        <translation>正在读取语法已知的句子</translation>
    </message>
    <message>
        <source>a file of more than 16 MB</source>
        <translation>超过 16 MB 的文件</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>注意力头 %1</translation>
    </message>
    <message>
        <source>a head from 0 to %1</source>
        <translation>0 到 %1 之间的注意力头</translation>
    </message>
    <message>
        <source>a translator without French</source>
        <translation>不含法语的翻译模型</translation>
    </message>
    <message>
        <source>one that writes it</source>
        <translation>能写法语的翻译模型</translation>
    </message>
    <message>
        <source>a begin, an end, and a text if it changed</source>
        <translation>起点、终点，若有改动再加上改后的文本</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 毫米</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1 pt</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>a figure that Glassformer made as SVG, PDF, PNG, LaTeX or WebP</source>
        <translation>Glassformer 生成的 SVG、PDF、PNG、LaTeX 或 WebP 插图</translation>
    </message>
    <message>
        <source>an animation that cannot be made: %1</source>
        <translation>无法生成动图：%1</translation>
    </message>
    <message>
        <source>fewer or smaller frames</source>
        <translation>更少或更小的帧</translation>
    </message>
    <message>
        <source>frames of %1 × %2 pixels</source>
        <translation>%1 × %2 像素的帧</translation>
    </message>
    <message>
        <source>at most %1 pixels on each side</source>
        <translation>每边不超过 %1 像素</translation>
    </message>
    <message>
        <source>a motion called “%1”</source>
        <translation>名为“%1”的动态方式</translation>
    </message>
    <message>
        <source>a motion of %1 frames</source>
        <translation>共 %1 帧的动图</translation>
    </message>
    <message>
        <source>Use a shorter text.</source>
        <translation>请换一段较短的文本。</translation>
    </message>
    <message>
        <source>the picture “%1” at the step “%2”, in which “%3” moves nothing</source>
        <translation>“%2”这一步的图“%1”，用“%3”各帧毫无变化</translation>
    </message>
    <message>
        <source>a picture of one layer, one head or one word that is written</source>
        <translation>只展示一层、一个注意力头或一个写出的词的图</translation>
    </message>
    <message>
        <source>Drawing the frames</source>
        <translation>正在绘制各帧</translation>
    </message>
    <message>
        <source>a frame of %1 ms</source>
        <translation>每帧 %1 毫秒</translation>
    </message>
    <message>
        <source>%1 to %2 ms</source>
        <translation>%1 至 %2 毫秒</translation>
    </message>
    <message>
        <source>frames %1 pixels wide</source>
        <translation>宽 %1 像素的帧</translation>
    </message>
    <message>
        <source>%1 to %2 pixels</source>
        <translation>%1 至 %2 像素</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>a session of %1 bytes</source>
        <translation>%1 字节的会话文件</translation>
    </message>
    <message>
        <source>a view, a session or a figure</source>
        <translation>视图、会话文件或插图</translation>
    </message>
    <message>
        <source>version %1 or older</source>
        <translation>版本 %1 或更早</translation>
    </message>
    <message>
        <source>a session of version %1, written by %2</source>
        <translation>版本 %1 的会话文件，由 %2 写成</translation>
    </message>
    <message>
        <source>a session of version %1</source>
        <translation>版本 %1 的会话文件</translation>
    </message>
    <message>
        <source>Open it with the program that wrote it, or a newer one.</source>
        <translation>请用写它的程序或更新的版本打开。</translation>
    </message>
    <message>
        <source>at most %1 places</source>
        <translation>最多 %1 个书签</translation>
    </message>
    <message>
        <source>nothing, where there are no places</source>
        <translation>没有书签时不应有此项</translation>
    </message>
    <message>
        <source>a session without a view</source>
        <translation>没有视图的会话文件</translation>
    </message>
    <message>
        <source>a session with a view or a place</source>
        <translation>含有视图或书签的会话文件</translation>
    </message>
    <message>
        <source>at most %1 heads</source>
        <translation>最多 %1 个头</translation>
    </message>
    <message>
        <source>the name of a head, such as encoder.0.head.2</source>
        <translation>注意力头的名称，如 encoder.0.head.2</translation>
    </message>
    <message>
        <source>the place {%1}</source>
        <translation>空位 {%1}</translation>
    </message>
    <message>
        <source>a name, a number, or a determiner and nouns</source>
        <translation>名字、数字，或限定词加名词类</translation>
    </message>
    <message>
        <source>a place that the English text has, too</source>
        <translation>英语文本中也有的空位</translation>
    </message>
    <message>
        <source>a model of another build than that of the recipe</source>
        <translation>结构与训练方案不同的模型</translation>
    </message>
    <message>
        <source>one with the layers, sizes and positions that the recipe %1 names</source>
        <translation>层数、大小和位置编码都与训练方案 %1 相同的模型</translation>
    </message>
    <message>
        <source>Name the model that an earlier recipe made.</source>
        <translation>请给出由先前的训练方案得到的模型。</translation>
    </message>
</context>
<context>
    <name>glassformer::ActionSet</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1——%2</translation>
    </message>
</context>
<context>
    <name>glassformer::AnswerView</name>
    <message>
        <source>The finished sentence</source>
        <translation>完整的输出</translation>
    </message>
    <message>
        <source>Written tokens</source>
        <translation>已写出的词元</translation>
    </message>
    <message>
        <source>The sentence, its gaps filled</source>
        <translation>填好空的句子</translation>
    </message>
    <message>
        <source>The sentence so far: nothing has ended it yet</source>
        <translation>到目前为止的句子（尚未结束）</translation>
    </message>
    <message>
        <source>asks (query)</source>
        <translation>查询（关注者）</translation>
    </message>
    <message>
        <source>answers (key)</source>
        <translation>键（被关注者）</translation>
    </message>
    <message>
        <source>Words and the words they looked at</source>
        <translation>词与它们所关注的词</translation>
    </message>
    <message>
        <source>The sentence; whether it ends here was not recorded</source>
        <translation>译文（未记录是否到此结束）</translation>
    </message>
    <message>
        <source>source token</source>
        <translation>源词元</translation>
    </message>
    <message>
        <source>Which source tokens were looked at when each token was written</source>
        <translation>写每个词元时关注了哪些源词元</translation>
    </message>
    <message>
        <source>Which tokens each token looked at</source>
        <translation>每个词元关注了哪些词元</translation>
    </message>
    <message>
        <source>Cross-attention of layer %1, the last; mean of its %2 heads.</source>
        <translation>第 %1 层（最后一层）的交叉注意力，%2 个头的平均。</translation>
    </message>
    <message>
        <source>Attention of layer %1, the last; mean of its %2 heads.</source>
        <translation>第 %1 层（最后一层）的注意力，%2 个头的平均。</translation>
    </message>
    <message>
        <source>read → written</source>
        <translation>已读 → 将写</translation>
    </message>
</context>
<context>
    <name>glassformer::ArchitectureMap</name>
    <message>
        <source>Encoder · layer %1 of %2</source>
        <translation>编码器 · 第 %1/%2 层</translation>
    </message>
    <message>
        <source>Decoder · layer %1 of %2</source>
        <translation>解码器 · 第 %1/%2 层</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>下一层</translation>
    </message>
    <message>
        <source>Layer %1 of %2</source>
        <translation>第 %1/%2 层</translation>
    </message>
    <message>
        <source>Encoder %1 / %2</source>
        <translation>编码器 %1 / %2</translation>
    </message>
    <message>
        <source>Decoder %1 / %2</source>
        <translation>解码器 %1 / %2</translation>
    </message>
</context>
<context>
    <name>glassformer::AttentionLines</name>
    <message>
        <source>row %1 “%2”</source>
        <translation>第 %1 行“%2”</translation>
    </message>
    <message>
        <source>column %1 “%2”</source>
        <translation>第 %1 列“%2”</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>被掩码遮住</translation>
    </message>
    <message>
        <source>Ctrl and click: summed with the chosen one</source>
        <translation>按住 Ctrl 单击：与所选的相加</translation>
    </message>
</context>
<context>
    <name>glassformer::AttentionSentence</name>
    <message>
        <source>Attention over the running text</source>
        <translation>文中的注意力</translation>
    </message>
    <message>
        <source>%1 looks at: %2</source>
        <translation>%1 关注：%2</translation>
    </message>
</context>
<context>
    <name>glassformer::AttentionView</name>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation>第 %1 层 · 头 %2</translation>
    </message>
    <message>
        <source>%1 · attention weights</source>
        <translation>%1 · 注意力权重</translation>
    </message>
    <message>
        <source>%1 · scores after the mask</source>
        <translation>%1 · 加掩码后的分数</translation>
    </message>
    <message>
        <source>%1 · scores</source>
        <translation>%1 · 分数</translation>
    </message>
    <message>
        <source>asks (query)</source>
        <translation>查询（关注者）</translation>
    </message>
    <message>
        <source>answers (key)</source>
        <translation>键（被关注者）</translation>
    </message>
    <message>
        <source>Where {q:%1} looks</source>
        <translation>{q:%1} 关注哪里</translation>
    </message>
    <message>
        <source>Attention as lines between words</source>
        <translation>以词间连线表示的注意力</translation>
    </message>
    <message>
        <source>Struck cells lie in the future, or farther back than the %1 tokens that this layer sees: no token may look there.</source>
        <translation>划去的单元格是后文，或比这一层能看到的 %1 个词元更远：任何词元都不能关注那里。</translation>
    </message>
    <message>
        <source>Struck cells lie in the future: no token may look at those that come after it.</source>
        <translation>划去的单元格是后文：任何词元都不能关注它后面的词元。</translation>
    </message>
    <message>
        <source>Where every token looks</source>
        <translation>每个词元关注哪里</translation>
    </message>
    <message>
        <source>Point at a token on the left; click to keep it.</source>
        <translation>把指针移到左边的词元上；点击可固定。</translation>
    </message>
    <message>
        <source>An experiment has lifted the mask: no cell is struck.</source>
        <translation>实验中取消了掩码：没有划去的单元格。</translation>
    </message>
    <message>
        <source>{q:query} · {k:key} ÷ √d_k for every pair of tokens; a bias for their distance is added.</source>
        <translation>每一对词元的{q:查询} · {k:键} ÷ √d_k，再加上距离的偏置。</translation>
    </message>
    <message>
        <source>{q:query} · {k:key} ÷ √d_k for every pair of tokens.</source>
        <translation>每一对词元的{q:查询} · {k:键} ÷ √d_k。</translation>
    </message>
    <message>
        <source>{q:query} · {k:key} for every pair of tokens, without ÷ √d_k; a bias for their distance is added.</source>
        <translation>每一对词元的{q:查询} · {k:键}，不除以 √d_k，再加上距离的偏置。</translation>
    </message>
    <message>
        <source>{q:query} · {k:key} for every pair of tokens, without ÷ √d_k.</source>
        <translation>每一对词元的{q:查询} · {k:键}，不除以 √d_k。</translation>
    </message>
    <message>
        <source>Where the decoder looks: {q:%1}</source>
        <translation>解码器关注哪里：{q:%1}</translation>
    </message>
    <message>
        <source>Layer %1 · Head %2 · %3</source>
        <translation>第 %1 层 · 头 %2 · %3</translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation>第 %1 层 · %2</translation>
    </message>
    <message>
        <source>Rollout up to layer %1</source>
        <translation>注意力展开：到第 %1 层</translation>
    </message>
    <message>
        <source>%1 · without the sink</source>
        <translation>%1 · 去掉汇聚点</translation>
    </message>
    <message>
        <source>Heads that training took out count, too.</source>
        <translation>训练中去掉的头也计算在内。</translation>
    </message>
    <message>
        <source>%1 of the weight only rests, on %2: left out, and each row scaled to what it was.</source>
        <translation>%1 的权重只是停放在 %2 上：已略去，每行放大到原来的总和。</translation>
    </message>
    <message>
        <source>%1 of the weight only rests, on %2: an attention sink.</source>
        <translation>%1 的权重只是停放在 %2 上：注意力汇聚点。</translation>
    </message>
    <message>
        <source>{q:%1} looks at …</source>
        <translation>{q:%1} 关注……</translation>
    </message>
    <message>
        <source>{k:Who looks at} {q:%1}</source>
        <translation>{k:谁关注} {q:%1}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读入</translation>
    </message>
    <message>
        <source>Read: where it looks to write {q:%1}</source>
        <translation>读入：写 {q:%1} 时关注哪里</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Written: what looked at {k:%1}</source>
        <translation>写出：哪些词关注过 {k:%1}</translation>
    </message>
    <message>
        <source>Point at a word; click to keep it.</source>
        <translation>把指针移到词上；点击可固定。</translation>
    </message>
    <message>
        <source>All heads of layer %1, each in a colour; the heatmap shows one of them.</source>
        <translation>第 %1 层的所有注意力头，每个头一种颜色；热图显示其中一个。</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>头 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n more</source>
        <translation>
            <numerusform>%1 等，另加 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Where {q:%1} look, summed</source>
        <translation>{q:%1} 合起来看向哪里</translation>
    </message>
    <message>
        <source>%1 · sum of {q:%2}</source>
        <translation>%1 · {q:%2} 之和</translation>
    </message>
    <message>
        <source>Pieces and Chinese characters of a word are one; the inspector explains one of them.</source>
        <translation>同一个词的片段和汉字合为一个；检查器解释其中之一。</translation>
    </message>
    <message>
        <source>Σ: the framed rows added up.</source>
        <translation>Σ：加框的各行相加。</translation>
    </message>
    <message>
        <source>Rows do not add up to 1 yet.</source>
        <translation>各行之和还不是 1。</translation>
    </message>
    <message>
        <source>L%1 · H%2</source>
        <extracomment>a head in few characters: layer 2, head 3</extracomment>
        <translation>第 %1 层 · 头 %2</translation>
    </message>
    <message>
        <source>The marked heads, each in a colour.</source>
        <translation>标记的头，每个头一种颜色。</translation>
    </message>
    <message>
        <source>Of a text as long as this, those of other layers are not at hand.</source>
        <translation>文本过长，未保留其他层的注意力。</translation>
    </message>
    <message>
        <source>All heads of layer %1, each in a colour.</source>
        <translation>第 %1 层的所有头，每个头一种颜色。</translation>
    </message>
</context>
<context>
    <name>glassformer::BarList</name>
    <message>
        <source>word</source>
        <comment>heading of a column</comment>
        <translation>词</translation>
    </message>
    <message>
        <source>number</source>
        <comment>heading of a column</comment>
        <translation>数</translation>
    </message>
</context>
<context>
    <name>glassformer::BusyNotice</name>
    <message>
        <source>The model is at work …</source>
        <translation>模型正在运行…</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消（Esc）</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>glassformer::ChanceBar</name>
    <message>
        <source>Temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>Likeliest word</source>
        <translation>概率最大的词</translation>
    </message>
    <message>
        <source>top-k %1</source>
        <translation>top-k %1</translation>
    </message>
    <message>
        <source>top-k all</source>
        <translation>top-k 全部</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>top-p %1</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>0: always the likeliest word. Above: by chance; the logits are divided by the temperature first.</source>
        <translation>为 0 时总是选概率最大的词；大于 0 时随机抽取，logits 先除以温度。</translation>
    </message>
    <message>
        <source>Only the k likeliest words may be drawn.</source>
        <translation>只从概率最大的 k 个词中抽取。</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this probability may be drawn.</source>
        <translation>只从概率最大、且概率之和达到此值的词中抽取。</translation>
    </message>
    <message>
        <source>The same seed draws the same words. Another one draws anew.</source>
        <translation>种子相同，抽到的词也相同；换一个种子就重新抽取。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Words that may be drawn</source>
        <translation>可以抽取的词数</translation>
    </message>
    <message>
        <source>Probability that may be drawn from</source>
        <translation>可以抽取的概率范围</translation>
    </message>
    <message>
        <source>Seed of the chance</source>
        <translation>随机种子</translation>
    </message>
</context>
<context>
    <name>glassformer::ChangeBar</name>
    <message>
        <source>Changed run:</source>
        <translation>改动后的运行：</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>全部撤回</translation>
    </message>
</context>
<context>
    <name>glassformer::ChangeChip</name>
    <message>
        <source>Take this change back (Delete)</source>
        <translation>撤回此改动（Delete）</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>撤回：%1</translation>
    </message>
</context>
<context>
    <name>glassformer::Chapter</name>
    <message>
        <source>Nothing can be tried here: the run is a recorded one, or the model writes no words.</source>
        <translation>这里无法做实验：这是一次录下来的运行，或者模型不写词。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>从头再来</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>开始查找</translation>
    </message>
</context>
<context>
    <name>glassformer::CompareView</name>
    <message>
        <source>Activation patching: vectors carried from right to left</source>
        <translation>激活修补：把右侧的向量移入左侧</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Switch this head on</source>
        <translation>启用这个注意力头</translation>
    </message>
    <message>
        <source>Switch this head off</source>
        <translation>关闭这个注意力头</translation>
    </message>
    <message>
        <source>With another sentence</source>
        <translation>与另一个句子比较</translation>
    </message>
    <message>
        <source>With another model</source>
        <translation>与另一个模型比较</translation>
    </message>
    <message>
        <source>What is compared with</source>
        <translation>比较的对象</translation>
    </message>
    <message>
        <source>Explain left</source>
        <translation>解释左侧</translation>
    </message>
    <message>
        <source>Explain right</source>
        <translation>解释右侧</translation>
    </message>
    <message>
        <source>Carry vectors over</source>
        <translation>移入向量</translation>
    </message>
    <message>
        <source>Activation patching: which single vector of the right run makes the left one answer as the right?</source>
        <translation>激活修补：右侧运行中的哪一个向量能让左侧给出与右侧相同的输出？</translation>
    </message>
    <message>
        <source>Make it a change of the run</source>
        <translation>作为改动用于左侧运行</translation>
    </message>
    <message>
        <source>The left run goes on with this vector; its steps can then be walked.</source>
        <translation>左侧的运行将带着这个向量继续，之后可以逐步查看。</translation>
    </message>
    <message>
        <source>R shows it</source>
        <translation>按 R 揭开</translation>
    </message>
</context>
<context>
    <name>glassformer::DifferenceHeader</name>
    <message>
        <source>Two models: only their maps and their words can be compared, not their vectors.</source>
        <translation>这是两个模型：只能比较注意力图和词，不能比较向量。</translation>
    </message>
    <message>
        <source>Comparing the two runs …</source>
        <translation>正在比较两次运行……</translation>
    </message>
</context>
<context>
    <name>glassformer::DifferenceView</name>
    <message>
        <source>The two runs are not at the same step: there is nothing to subtract.</source>
        <translation>两次运行不在同一步，无法相减。</translation>
    </message>
    <message>
        <source>These are words: there is nothing to subtract. %1 of %2 and %3 tokens stand for each other; %4.</source>
        <translation>这里是词，无法相减。两侧分别有 %2 个和 %3 个词元，其中 %1 对互相对应；%4。</translation>
    </message>
    <message>
        <source>all of them alike</source>
        <translation>各对都相同</translation>
    </message>
    <message>
        <source>they differ in %1</source>
        <translation>不同之处：%1</translation>
    </message>
    <message>
        <source>No number differs.</source>
        <translation>没有任何数值不同。</translation>
    </message>
    <message>
        <source>A head of one model need not do what the head of that number does in another.</source>
        <translation>两个模型中编号相同的注意力头，作用未必相同。</translation>
    </message>
    <message>
        <source>Tokens without a counterpart, left out: %1.</source>
        <translation>没有对应、未列入的词元：%1 个。</translation>
    </message>
    <message>
        <source>The vectors of two models have no common directions: a number of the one minus one of the other says nothing.</source>
        <translation>两个模型的向量没有共同的方向：把它们的数值相减没有意义。</translation>
    </message>
    <message>
        <source>No token of one sentence stands for one of the other: there is nothing to subtract.</source>
        <translation>两个句子之间没有互相对应的词元，无法相减。</translation>
    </message>
    <message>
        <source>Two models have two vocabularies: read their words side by side.</source>
        <translation>两个模型的词表不同，请对照阅读两侧的词。</translation>
    </message>
    <message>
        <source>One of the runs has no words at this place.</source>
        <translation>其中一次运行在这个位置没有词。</translation>
    </message>
    <message>
        <source>The words whose probabilities are furthest apart, left → right.</source>
        <translation>概率相差最大的词，左侧 → 右侧。</translation>
    </message>
    <message>
        <source>Words whose probabilities differ most</source>
        <translation>概率相差最大的词</translation>
    </message>
    <message>
        <source>Right minus left: what is positive is more on the right.</source>
        <translation>右减左：正数表示右边更大。</translation>
    </message>
</context>
<context>
    <name>glassformer::EmbeddingView</name>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Embedding × √d_{model}</source>
        <translation>嵌入 × √d_{model}</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>One row of %1 numbers for each token. The same token has the same row, wherever it stands.</source>
        <translation>每个词元一行，共 %1 个数。同一个词元无论在哪里都是同一行。</translation>
    </message>
    <message>
        <source>Embedding of all tokens</source>
        <translation>所有词元的嵌入</translation>
    </message>
    <message>
        <source>The row of {q:%1}</source>
        <translation>{q:%1} 的那一行</translation>
    </message>
    <message>
        <source>Embedding of the chosen token</source>
        <translation>所选词元的嵌入</translation>
    </message>
    <message>
        <source>Nearest in this sentence</source>
        <translation>本句中最接近的词元</translation>
    </message>
    <message>
        <source>Tokens of this sentence, by nearness</source>
        <translation>按接近程度排列的本句词元</translation>
    </message>
    <message>
        <source>Cosine between two rows: 1 is the same direction, 0 a right angle, −1 the opposite.</source>
        <translation>两行之间的余弦：1 表示方向相同，0 表示垂直，−1 表示方向相反。</translation>
    </message>
    <message>
        <source>Nearest to {q:%1} in the vocabulary</source>
        <translation>词表中与 {q:%1} 最近的词</translation>
    </message>
    <message>
        <source>Cosine between two rows of the table, in all %1 dimensions.</source>
        <translation>嵌入表两行之间的余弦，按全部 %1 维计算。</translation>
    </message>
    <message>
        <source>Words of the vocabulary, by nearness</source>
        <translation>词表中的词，由近到远</translation>
    </message>
    <message>
        <source>first principal component: %1 of the variance</source>
        <translation>第一主成分：占方差的 %1</translation>
    </message>
    <message>
        <source>second: %1</source>
        <translation>第二主成分：%1</translation>
    </message>
    <message>
        <source>All %1 words in two dimensions</source>
        <translation>全部 %1 个词的二维图</translation>
    </message>
    <message>
        <source>{q:The sentence}, {k:the chosen word}, {v:words near it}. Ctrl and wheel: closer; Ctrl+F: look for one.</source>
        <translation>{q:句中的词}、{k:所选的词}、{v:与它相近的词}。Ctrl+滚轮放大；Ctrl+F 查找。</translation>
    </message>
    <message>
        <source>%1 is nearest to {v:%2}, of all but these three.</source>
        <translation>除这三个词外，与 %1 最近的是 {v:%2}。</translation>
    </message>
    <message>
        <source>%1 has {v:%2} only in place %3.</source>
        <translation>与 %1 相近的词中，{v:%2} 只排第 %3。</translation>
    </message>
    <message>
        <source>Of %1 such pairs, %2 lead there.</source>
        <translation>%1 对这样的词中，有 %2 对指向它。</translation>
    </message>
</context>
<context>
    <name>glassformer::EvidencePanel</name>
    <message>
        <source>Evidence about “%1”</source>
        <translation>关于“%1”的证据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>The model writes no word here.</source>
        <translation>模型在这里不写词。</translation>
    </message>
    <message>
        <source>Written as token %1. Open a question to have it answered.</source>
        <translation>写出的第 %1 个词元。打开一个问题，就会得到回答。</translation>
    </message>
    <message>
        <source>Said at place %1. Open a question to have it answered.</source>
        <translation>第 %1 个位置给出的词。打开一个问题，就会得到回答。</translation>
    </message>
</context>
<context>
    <name>glassformer::ExplanationContent</name>
    <message>
        <source>contribution of each of the %1 dimensions</source>
        <translation>%1 个维度各自的贡献</translation>
    </message>
    <message>
        <source>%1 · Mask</source>
        <translation>%1 · 掩码</translation>
    </message>
    <message>
        <source>{k:%1} does not come after {q:%2}: the score stays.</source>
        <translation>{k:%1} 不在 {q:%2} 之后：分数保留。</translation>
    </message>
    <message>
        <source>{k:%1} comes after {q:%2}: the score becomes −∞.</source>
        <translation>{k:%1} 在 {q:%2} 之后：分数变为 −∞。</translation>
    </message>
    <message>
        <source>This connection is cut: the score becomes −∞.</source>
        <translation>这条连接已被切断：分数变为 −∞。</translation>
    </message>
    <message>
        <source>%1 · Softmax over the row</source>
        <translation>%1 · 对整行做 softmax</translation>
    </message>
    <message>
        <source>This head is switched off: zeros go on in place of z.</source>
        <translation>这个头已关闭：传下去的是零，而不是 z。</translation>
    </message>
    <message>
        <source>How this number is made</source>
        <translation>这个数是怎样算出来的</translation>
    </message>
    <message>
        <source>cell {q:%1} → {k:%2}</source>
        <translation>单元格 {q:%1} → {k:%2}</translation>
    </message>
    <message>
        <source>What happens here</source>
        <translation>这里发生了什么</translation>
    </message>
    <message>
        <source>How this token is made</source>
        <translation>这个词元是怎样得到的</translation>
    </message>
    <message>
        <source>1 · Look it up</source>
        <translation>1 · 查词表</translation>
    </message>
    <message>
        <source>“%1” is entry number `%2` of %3 in the vocabulary.</source>
        <translation>“%1”是词表 %3 项中的第 `%2` 项。</translation>
    </message>
    <message>
        <source>2 · Hand on the number</source>
        <translation>2 · 只传下编号</translation>
    </message>
    <message>
        <source>From here on the letters are forgotten; the model works with `%1`.</source>
        <translation>从这里起不再使用文字本身，模型只使用编号 `%1`。</translation>
    </message>
    <message>
        <source>Click a cell to see how its number is made.</source>
        <translation>点击一个单元格，看它的数是怎样算出来的。</translation>
    </message>
    <message>
        <source>token {q:%1}, dimension %2 of head %3</source>
        <translation>词元 {q:%1}，头 %3 的第 %2 维</translation>
    </message>
    <message>
        <source>1 · What goes in</source>
        <translation>1 · 输入</translation>
    </message>
    <message>
        <source>x_{%1}: the %2 numbers of the token</source>
        <translation>x_{%1}：该词元的 %2 个数</translation>
    </message>
    <message>
        <source>2 · Three matrices</source>
        <translation>2 · 三个矩阵</translation>
    </message>
    <message>
        <source>token {q:%1}</source>
        <translation>词元 {q:%1}</translation>
    </message>
    <message>
        <source>1 · Widen</source>
        <translation>1 · 升维</translation>
    </message>
    <message>
        <source>2 · Narrow</source>
        <translation>2 · 降维</translation>
    </message>
    <message>
        <source>Click a cell to see its number.</source>
        <translation>点击一个单元格，查看它的数。</translation>
    </message>
    <message>
        <source>What this vector is</source>
        <translation>这个向量是什么</translation>
    </message>
    <message>
        <source>token {q:%1}, dimension %2</source>
        <translation>词元 {q:%1}，第 %2 维</translation>
    </message>
    <message>
        <source>The vector after the last layer</source>
        <translation>最后一层之后的向量</translation>
    </message>
    <message>
        <source>h[%1] = `%2`</source>
        <translation>h[%1] = `%2`</translation>
    </message>
    <message>
        <source>all %1 numbers</source>
        <translation>全部 %1 个数</translation>
    </message>
    <message>
        <source>1 · Look up the embedding</source>
        <translation>1 · 查嵌入表</translation>
    </message>
    <message>
        <source>2 · Position</source>
        <translation>2 · 位置</translation>
    </message>
    <message>
        <source>Click a token or a cell: its number is then worked out here.</source>
        <translation>点击一个词元或单元格，这里就会算出它的数。</translation>
    </message>
    <message>
        <source>token {q:%1}, position %2, dimension %3</source>
        <translation>词元 {q:%1}，位置 %2，第 %3 维</translation>
    </message>
    <message>
        <source>3 · Add</source>
        <translation>3 · 相加</translation>
    </message>
    <message>
        <source>Click a cell: its number is then worked out here.</source>
        <translation>点击一个单元格，这里就会算出它的数。</translation>
    </message>
    <message>
        <source>Choose a place in the written sentence.</source>
        <translation>在写出的句子里选一个位置。</translation>
    </message>
    <message>
        <source>This run keeps no scores for words.</source>
        <translation>本次运行没有保留各词的分数。</translation>
    </message>
    <message>
        <source>From vector to word</source>
        <translation>从向量到词</translation>
    </message>
    <message>
        <source>position %1, after {q:%2}</source>
        <translation>位置 %1，在 {q:%2} 之后</translation>
    </message>
    <message>
        <source>1 · Linear</source>
        <translation>1 · 线性层</translation>
    </message>
    <message>
        <source>2 · The score of %1</source>
        <translation>2 · %1 的分数</translation>
    </message>
    <message>
        <source>{k:%1}: `logit = %2`, p = `%3`</source>
        <translation>{k:%1}：`logit = %2`，p = `%3`</translation>
    </message>
    <message>
        <source>place %1: {q:%2}</source>
        <translation>位置 %1：{q:%2}</translation>
    </message>
    <message>
        <source>The weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>`%1`
This run was recorded without queries and keys, so there is nothing to work it out from.</source>
        <translation>`%1`
这次运行没有记录查询和键，所以无法算出这个数的来历。</translation>
    </message>
    <message>
        <source>%1 · Dot product</source>
        <translation>%1 · 点积</translation>
    </message>
    <message>
        <source>{f:This model does not divide scores by √d_k.}</source>
        <translation>{f:这个模型不把分数除以 √d_k。}</translation>
    </message>
    <message>
        <source>{f:Query heads %1 to %2 share key/value head %3.}</source>
        <translation>{f:查询头 %1 到 %2 共用第 %3 个键值头。}</translation>
    </message>
    <message>
        <source>%1 · Scale by √d_k = √%2 = %3</source>
        <translation>%1 · 除以 √d_k = √%2 = %3</translation>
    </message>
    <message>
        <source>%1 · Add the bias of the distance</source>
        <translation>%1 · 加上距离的偏置</translation>
    </message>
    <message>
        <source>from {q:%1} to {k:%2}: `%3` places, bucket `%4`, bias `%5`</source>
        <translation>从{q:%1}到{k:%2}：`%3` 个位置，第 `%4` 桶，偏置 `%5`</translation>
    </message>
    <message>
        <source>{k:%1} lies %2 places before {q:%3}, but this layer sees only %4 tokens, the asking one included: the score becomes −∞.</source>
        <translation>{k:%1}在{q:%3}之前 %2 个位置，而这一层只能关注 %4 个词元（含查询词元自身）：分数变为 −∞。</translation>
    </message>
    <message>
        <source>{k:%1} is one of the %2 tokens that this layer sees from {q:%3}: the score stays.</source>
        <translation>{k:%1}是这一层从{q:%3}可以关注的 %2 个词元之一：分数不变。</translation>
    </message>
    <message>
        <source>%1 · Norm in each head</source>
        <translation>%1 · 每个头内的归一化</translation>
    </message>
    <message>
        <source>%1 · Turn by position</source>
        <translation>%1 · 按位置旋转</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Widen</source>
        <translation>升维</translation>
    </message>
    <message>
        <source>A matrix makes %1 numbers of these %2: the layers are wider than the table.</source>
        <translation>用一个矩阵把这 %2 个数变为 %1 个：各层比嵌入表更宽。</translation>
    </message>
    <message>
        <source>%1 numbers → %2 scores</source>
        <translation>%1 个数 → %2 个分数</translation>
    </message>
    <message>
        <source>%1 numbers → %2 units</source>
        <translation>%1 个数 → %2 个单元</translation>
    </message>
    <message>
        <source>%1 units → %2 numbers</source>
        <translation>%1 个单元 → %2 个数</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>段嵌入</translation>
    </message>
    <message>
        <source>The row says which of two sentences the token belongs to.</source>
        <translation>这一行说明词元属于两个句子中的哪一个。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>of the encoder</source>
        <translation>（编码器）</translation>
    </message>
    <message>
        <source>of the decoder</source>
        <translation>（解码器）</translation>
    </message>
    <message>
        <source>in every layer %1</source>
        <translation>所有层%1</translation>
    </message>
    <message>
        <source>in layer %1 %2</source>
        <translation>第 %1 层%2</translation>
    </message>
    <message>
        <source>every head</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>No token may look at token %1 (%2, %3).</source>
        <translation>任何词元都不能关注第 %1 个词元（%2，%3）。</translation>
    </message>
    <message>
        <source>Token %1 may not look at token %2 (%3, %4).</source>
        <translation>第 %1 个词元不能关注第 %2 个词元（%3，%4）。</translation>
    </message>
    <message>
        <source>The tokens %1 have no positions.</source>
        <translation>词元 %1 没有位置编码。</translation>
    </message>
    <message>
        <source>The tokens %1 have other positions than their own.</source>
        <translation>词元 %1 使用了其他位置的编码。</translation>
    </message>
    <message>
        <source>The layer passes its input on unchanged (%1).</source>
        <translation>该层原样传递它的输入（%1）。</translation>
    </message>
    <message>
        <source>Rows are replaced by their mean in the unchanged run.</source>
        <translation>各行换成了未改动运行中的平均值。</translation>
    </message>
    <message>
        <source>The head is off: %1 %2 passes on zeros.</source>
        <translation>这个头已关闭：%1（%2）只传出零。</translation>
    </message>
    <message>
        <source>Attention is off %1.</source>
        <translation>注意力已关闭（%1）。</translation>
    </message>
    <message>
        <source>The feed-forward network is off %1.</source>
        <translation>前馈网络已关闭（%1）。</translation>
    </message>
    <message>
        <source>Numbers are set from outside.</source>
        <translation>有些数由实验设定。</translation>
    </message>
    <message>
        <source>Changed in this run</source>
        <translation>本次运行的改动</translation>
    </message>
    <message>
        <source>The text goes in as you typed it. Press Next to follow it through the model, one step at a time.</source>
        <translation>文字按您输入的原样送入模型。按“下一步”，逐步跟随它经过整个模型。</translation>
    </message>
    <message>
        <source>The decoder reads the start token and what it has written, and predicts one token more.</source>
        <translation>解码器读取起始词元和已写出的部分，再预测一个词元。</translation>
    </message>
    <message>
        <source>token {q:%1}, position %2</source>
        <translation>词元 {q:%1}，位置 %2</translation>
    </message>
    <message>
        <source>The %1 heads of the layer each hand over %2 numbers per token. Side by side they are %3 numbers, and one more matrix, W_O, mixes them.</source>
        <translation>本层的 %1 个头各为每个词元给出 %2 个数，拼接起来共 %3 个数，再由输出矩阵 W_O 融合。</translation>
    </message>
    <message>
        <source>Choose a written token to see which source tokens were looked at when it was written.</source>
        <translation>选择一个写出的词元，看写它时关注了哪些源词元。</translation>
    </message>
    <message>
        <source>Choose a token to see which tokens it looked at.</source>
        <translation>选择一个词元，看它关注了哪些词元。</translation>
    </message>
    <message>
        <source>%1 · Weighted sum of the values</source>
        <translation>%1 · 值的加权和</translation>
    </message>
    <message>
        <source>read last: {q:%1}; being written: {v:%2}; looks at: {k:%3}</source>
        <translation>刚读入：{q:%1}；正在写：{v:%2}；关注：{k:%3}</translation>
    </message>
    <message>
        <source>The gate of unit %1</source>
        <translation>单元 %1 的门控</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>An experiment set this number: the run goes on with `%1`.</source>
        <translation>这个数由实验设定：后面的计算使用 `%1`。</translation>
    </message>
    <message>
        <source>What this token activates</source>
        <translation>这个词元激活了哪些单元</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 个单元</translation>
    </message>
    <message>
        <source>unit %1 is the largest: %2</source>
        <translation>单元 %1 最大：%2</translation>
    </message>
    <message>
        <source>1 · Weights times {v:values}, in head %1</source>
        <translation>1 · 权重乘以{v:值}（头 %1）</translation>
    </message>
    <message>
        <source>all others: `%1`</source>
        <translation>其余全部：`%1`</translation>
    </message>
    <message>
        <source>what each of the %1 tokens adds, heaviest first</source>
        <translation>%1 个词元各自的贡献，从大到小</translation>
    </message>
    <message>
        <source>head %1, taken out by training: `0`</source>
        <translation>头 %1（训练时已移除）：`0`</translation>
    </message>
    <message>
        <source>head %1: `%2`</source>
        <translation>头 %1：`%2`</translation>
    </message>
    <message>
        <source>How these numbers are made</source>
        <translation>这些数是怎样算出来的</translation>
    </message>
    <message>
        <source>2 · All heads times W_O</source>
        <translation>2 · 各头乘以 W_O</translation>
    </message>
    <message>
        <source>1 · Root mean square of the vector</source>
        <translation>1 · 向量的均方根</translation>
    </message>
    <message>
        <source>1 · Mean and variance of the vector</source>
        <translation>1 · 向量的均值和方差</translation>
    </message>
    <message>
        <source>mean square of its %1 numbers: `%2`</source>
        <translation>%1 个数的均方：`%2`</translation>
    </message>
    <message>
        <source>mean of its %1 numbers: `%2`
mean square distance from that, the variance: `%3`</source>
        <translation>%1 个数的均值：`%2`
与均值之差的均方，即方差：`%3`</translation>
    </message>
    <message>
        <source>x: what is normed</source>
        <translation>x：归一化之前的向量</translation>
    </message>
    <message>
        <source>2 · Divide by it</source>
        <translation>2 · 除以均方根</translation>
    </message>
    <message>
        <source>2 · Bring to mean 0 and variance 1</source>
        <translation>2 · 调整为均值 0、方差 1</translation>
    </message>
    <message>
        <source>3 · Times gain, plus bias, both learned</source>
        <translation>3 · 乘以增益，加上偏置（均由训练得到）</translation>
    </message>
    <message>
        <source>3 · Times the learned gain</source>
        <translation>3 · 乘以学得的增益</translation>
    </message>
    <message>
        <source>Gain and bias of the norm were not recorded with this run.</source>
        <translation>这次运行没有记录归一化的增益和偏置。</translation>
    </message>
    <message>
        <source>Which entry of the vocabulary was written here was not recorded.</source>
        <translation>未记录此处写出的是词表中的哪一项。</translation>
    </message>
    <message>
        <source>3 · Divide by the temperature</source>
        <translation>3 · 除以温度</translation>
    </message>
    <message>
        <source>%1 · Softmax over the vocabulary</source>
        <translation>%1 · 对词表做 softmax</translation>
    </message>
    <message>
        <source>%1 · Compared with the second</source>
        <translation>%1 · 与第二名比较</translation>
    </message>
    <message>
        <source>norm(x)</source>
        <translation>norm(x)</translation>
    </message>
    <message>
        <source>2 · {q:Query}</source>
        <translation>2 · {q:查询}</translation>
    </message>
    <message>
        <source>3 · {k:Key}</source>
        <translation>3 · {k:键}</translation>
    </message>
    <message>
        <source>4 · {v:Value}</source>
        <translation>4 · {v:值}</translation>
    </message>
    <message>
        <source>norm(x)_{%1}: the %2 numbers of the token behind the norm, not the stream itself</source>
        <translation>norm(x)_{%1}：该词元归一化之后的 %2 个数，不是残差流本身</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>1 · What came in, unchanged (the residual path)</source>
        <translation>1 · 残差支路（原样保留）</translation>
    </message>
    <message>
        <source>2 · The output of attention</source>
        <translation>2 · 注意力的输出</translation>
    </message>
    <message>
        <source>2 · The output of the feed-forward network</source>
        <translation>2 · 前馈网络的输出</translation>
    </message>
    <message>
        <source>Its number in the vocabulary was not recorded.</source>
        <translation>未记录它在词表中的编号。</translation>
    </message>
    <message>
        <source>“%1” is entry number `%2` in the vocabulary.</source>
        <translation>“%1”是词表中的第 `%2` 项。</translation>
    </message>
    <message>
        <source>{k:%1} comes after {q:%2}, but the mask is lifted: the score stays.</source>
        <translation>{k:%1} 在 {q:%2} 之后，但掩码已取消：分数保留。</translation>
    </message>
    <message>
        <source>{f:the largest score is subtracted first; the result is the same}</source>
        <translation>{f:先减去最大的分数，结果不变}</translation>
    </message>
    <message>
        <source>No token may look at any token (%1, %2).</source>
        <translation>任何词元都不能关注任何词元（%1，%2）。</translation>
    </message>
    <message>
        <source>Token %1 may not look at any token (%2, %3).</source>
        <translation>第 %1 个词元不能关注任何词元（%2，%3）。</translation>
    </message>
    <message>
        <source>The mask is lifted %1: tokens see tokens that come later.</source>
        <translation>%1取消了掩码：词元能看到后面的词元。</translation>
    </message>
    <message>
        <source>The gain of the norm was not recorded with this run.</source>
        <translation>这次运行没有记录归一化的增益。</translation>
    </message>
    <message>
        <source>The vector after the last norm</source>
        <translation>最后的归一化之后的向量</translation>
    </message>
    <message>
        <source>%1 · Compared with the likeliest</source>
        <translation>%1 · 与概率最大的比较</translation>
    </message>
    <message>
        <source>what each of the %1 products adds; the one that adds most is number %2: %3 × %4 = %5</source>
        <translation>%1 个乘积各自的贡献；最大的是第 %2 个：%3 × %4 = %5</translation>
    </message>
    <message>
        <source>The whole vector is divided by its root mean square, then multiplied by learned gains</source>
        <translation>整个向量除以其均方根，再乘以学得的增益</translation>
    </message>
    <message>
        <source>The whole vector is brought to mean 0 and variance 1, then multiplied by learned gains, and learned biases are added</source>
        <translation>整个向量调整为均值 0、方差 1，再乘以学得的增益，并加上学得的偏置</translation>
    </message>
    <message>
        <source>2 · The output of cross-attention</source>
        <translation>2 · 交叉注意力的输出</translation>
    </message>
    <message>
        <source>The run goes on with `%1`; whether a norm made it of the sum was not recorded.</source>
        <translation>之后使用的是 `%1`；它是否由这个和归一化得来，没有记录。</translation>
    </message>
    <message>
        <source>The text of a run that was recorded. Press Next to follow it through the model, one step at a time.</source>
        <translation>这是一次已记录运行的文本。按“下一步”，跟着它一步一步走过模型。</translation>
    </message>
    <message numerus="yes">
        <source>{f:… and %n more}</source>
        <translation>
            <numerusform>{f:……另有 %n 项}</numerusform>
        </translation>
    </message>
    <message>
        <source>1 · This cell in every head, largest first</source>
        <translation>1 · 各头在这一格的权重，从大到小</translation>
    </message>
    <message>
        <source>layer %1, head %2: `%3`</source>
        <translation>第 %1 层，头 %2：`%3`</translation>
    </message>
    <message numerus="yes">
        <source>all %n heads</source>
        <translation>
            <numerusform>全部 %n 个头</numerusform>
        </translation>
    </message>
    <message>
        <source>2 · Their mean</source>
        <translation>2 · 取平均</translation>
    </message>
    <message>
        <source>2 · The largest</source>
        <translation>2 · 取最大值</translation>
    </message>
    <message>
        <source>1 · Weight × length of the {v:value}, as a share of the row</source>
        <translation>1 · 权重 × {v:值}向量长度，占整行的比例</translation>
    </message>
    <message>
        <source>weight `%1`, length |{v:v}| = `%2`</source>
        <translation>权重 `%1`，长度 |{v:v}| = `%2`</translation>
    </message>
    <message>
        <source>1 · Half passes by</source>
        <translation>1 · 一半直接通过</translation>
    </message>
    <message>
        <source>`½ × %1 = %2` of what had arrived here before</source>
        <translation>`½ × %1 = %2`，来自此前已传到这里的部分</translation>
    </message>
    <message>
        <source>2 · Half comes through the tokens that are looked at</source>
        <translation>2 · 另一半经由所关注的词元传来</translation>
    </message>
    <message>
        <source>sum with the above: *`%1`*</source>
        <translation>与上面相加：*`%1`*</translation>
    </message>
    <message>
        <source>%1 · Without the sink</source>
        <translation>%1 · 去掉汇聚点</translation>
    </message>
    <message>
        <source>{k:This token} is left out: its `%1` is not shown.</source>
        <translation>{k:这个词元}已略去：它的 `%1` 不显示。</translation>
    </message>
    <message>
        <source>The whole row rests on tokens that are left out: nothing remains.</source>
        <translation>整行权重都落在略去的词元上：没有剩余。</translation>
    </message>
    <message>
        <source>`%1` of the row rests on tokens that are left out:</source>
        <translation>本行有 `%1` 落在略去的词元上：</translation>
    </message>
    <message>
        <source>score `s = %1`</source>
        <translation>得分 `s = %1`</translation>
    </message>
    <message>
        <source>%1: the last vector at this place</source>
        <translation>%1：此处的最后一个向量</translation>
    </message>
    <message>
        <source>%1 · Only the likeliest words</source>
        <translation>%1 · 只留下概率最大的词</translation>
    </message>
    <message>
        <source>%1 of %2 words may be drawn; together they have %3.</source>
        <translation>%2 个词中可以抽取 %1 个，概率之和为 %3。</translation>
    </message>
    <message>
        <source>This one is not among them: *`0`*</source>
        <translation>这个词不在其中：*`0`*</translation>
    </message>
    <message>
        <source>sum of the first %1 of %2: %3</source>
        <translation>前 %1 项之和（共 %2 项）：%3</translation>
    </message>
    <message>
        <source>How alike positions %1 and %2 are</source>
        <translation>位置 %1 与 %2 有多相似</translation>
    </message>
    <message numerus="yes">
        <source>%1 · Sum of %n rows</source>
        <translation>
            <numerusform>%1 · %n 行之和</numerusform>
        </translation>
    </message>
    <message>
        <source>sum: *`%1`*</source>
        <translation>和：*`%1`*</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix, by a click or with the arrow keys: the row is the token that asks, the column the token that answers. Its number is then worked out here, with the numbers of this run.</source>
        <translation>用鼠标或方向键选择矩阵中的一个单元格：行是查询词元，列是被关注的词元。这里会用本次运行的数算出它的值。</translation>
    </message>
    <message>
        <source>The largest in the row of %1</source>
        <translation>“%1”这一行中最大的几个数</translation>
    </message>
    <message>
        <source>the whole row</source>
        <translation>整行的数</translation>
    </message>
    <message>
        <source>{f:Divided by the root mean square of the head&apos;s numbers, times a learned gain.}</source>
        <translation>{f:除以这个头各数的均方根，再乘以学得的增益。}</translation>
    </message>
    <message>
        <source>{f:Numbers %1 and %2 form a pair that turns by an angle in proportion to the position; so do all the others, each pair more slowly.}</source>
        <translation>{f:第 %1 个数和第 %2 个数成一对，旋转的角度与位置成正比；其余各对也是如此，一对比一对慢。}</translation>
    </message>
</context>
<context>
    <name>glassformer::ExplanationPage</name>
    <message>
        <source>Go to where this number came from. Alt+Left leads back.</source>
        <translation>转到此数的来处。按 Alt+Left 返回。</translation>
    </message>
</context>
<context>
    <name>glassformer::FeedForwardView</name>
    <message>
        <source>Layer %1 · %2 hidden units</source>
        <translation>第 %1 层 · %2 个隐藏单元</translation>
    </message>
    <message>
        <source>Hidden units of all tokens</source>
        <translation>所有词元的隐藏单元</translation>
    </message>
    <message>
        <source>Back to %1 numbers for each token</source>
        <translation>每个词元回到 %1 个数</translation>
    </message>
    <message>
        <source>Output of the feed-forward network</source>
        <translation>前馈网络的输出</translation>
    </message>
    <message>
        <source>Share of hidden units above zero.</source>
        <translation>大于零的隐藏单元所占的比例。</translation>
    </message>
    <message>
        <source>Share of active units by token</source>
        <translation>各词元激活单元的比例</translation>
    </message>
    <message>
        <source>After the activation. Each token passes the same network by itself; none sees another here.</source>
        <translation>这是激活函数之后的值。每个词元各自通过同一个网络，词元之间互不影响。</translation>
    </message>
    <message>
        <source>This is what gets added to the residual stream of the token: the vector that goes past every block and that every block adds to.</source>
        <translation>这就是要加到该词元残差流上的向量。残差流绕过每个子层，每个子层都往上面加内容。</translation>
    </message>
    <message>
        <source>Active units</source>
        <translation>激活的单元</translation>
    </message>
    <message>
        <source>The gate, after its activation, times the other projection. Each token passes the network by itself; none sees another here.</source>
        <translation>门控经激活函数后，乘以另一个投影。每个词元各自通过网络，词元之间互不影响。</translation>
    </message>
</context>
<context>
    <name>glassformer::FindBar</name>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>第 %L1 个，共 %L2 个</translation>
    </message>
    <message>
        <source>Token or place</source>
        <translation>词元或位置</translation>
    </message>
    <message>
        <source>Find a token or a place</source>
        <translation>查找词元或位置</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>glassformer::GlossaryDialog</name>
    <message>
        <source>No term has this in it.</source>
        <translation>没有包含这段文字的术语。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Search the terms</source>
        <translation>搜索术语</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>带我去看</translation>
    </message>
    <message>
        <source>Goes to the step where this is seen.</source>
        <translation>转到能看到它的那一步。</translation>
    </message>
</context>
<context>
    <name>glassformer::HeadGallery</name>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation>第 %1 层 · 头 %2</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>所有注意力头</translation>
    </message>
    <message>
        <source>Chosen: layer %1, head %2</source>
        <translation>已选：第 %1 层，头 %2</translation>
    </message>
    <message>
        <source>Training took this head out: it still attends, but what it mixes goes nowhere.</source>
        <translation>训练时已移除这个头：它仍计算注意力，但加权和不再传给后面。</translation>
    </message>
    <message>
        <source>This head is switched off.</source>
        <translation>这个头已关闭。</translation>
    </message>
    <message>
        <source>Marked, to be seen and switched with others.</source>
        <translation>已标记：与其他标记的头一同查看和开关。</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>已标记：%1</translation>
    </message>
</context>
<context>
    <name>glassformer::HeadsCard</name>
    <message>
        <source>L%1 · H%2</source>
        <extracomment>a head in few characters: layer 2, head 3</extracomment>
        <translation>第 %1 层 · 头 %2</translation>
    </message>
    <message>
        <source>Compare heads by …</source>
        <translation>按……比较各头</translation>
    </message>
    <message>
        <source>how much the word needs it</source>
        <translation>这个词有多需要它</translation>
    </message>
    <message>
        <source>By what heads are told apart</source>
        <translation>比较各头的依据</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>The grid goes by this number, the largest first, in place of layers and heads.</source>
        <translation>网格不再按层和注意力头排列，而按这个数从大到小排列。</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>还没有试过</translation>
    </message>
    <message>
        <source>without it another word is written; p %1 → %2</source>
        <translation>去掉它会写成别的词；p %1 → %2</translation>
    </message>
    <message>
        <source>without it the word stays; p %1 → %2</source>
        <translation>去掉它词不变；p %1 → %2</translation>
    </message>
    <message>
        <source>By how much ln p of “%1” falls without it</source>
        <translation>去掉它后“%1”的 ln p 下降多少</translation>
    </message>
    <message>
        <source>Heads that move the word most</source>
        <translation>对这个词影响最大的头</translation>
    </message>
    <message>
        <source>Red: “%1” needs the head; blue: it is likelier without. In this one sentence.</source>
        <translation>红：“%1”需要这个头；蓝：去掉它反而更可能。仅就这一句而言。</translation>
    </message>
    <message>
        <source>Not tried yet for this word.</source>
        <translation>对这个词还没有试过。</translation>
    </message>
    <message>
        <source>no such token here</source>
        <translation>这里没有这样的词元</translation>
    </message>
    <message>
        <source>Heads that do it most</source>
        <translation>最符合的头</translation>
    </message>
    <message>
        <source>All heads, the largest first; 2·3 is layer 2, head 3. Click one to open it.</source>
        <translation>全部注意力头，从大到小；2·3 即第 2 层第 3 头。单击即可打开。</translation>
    </message>
    <message>
        <source>All heads: rows are layers, columns are heads. Click one to open it.</source>
        <translation>所有注意力头：每行一层，每列一个头。点击即可打开。</translation>
    </message>
    <message>
        <source>None of them: %1.</source>
        <translation>没有一个：%1。</translation>
    </message>
    <message>
        <source>Bars and strong colours: %1.</source>
        <translation>横条越长、颜色越深：%1。</translation>
    </message>
</context>
<context>
    <name>glassformer::HeadsChapter</name>
    <message>
        <source>The head over many sentences</source>
        <translation>这个头在许多句子里</translation>
    </message>
    <message>
        <source>Pairs of fresh sentences in which “it” means one noun and then the other: does the head look at the right one, and does the model still find the pronoun without it?</source>
        <translation>成对的新句子，其中的“it”先后指两个不同的名词：这个头看对了吗？去掉它，模型还能写对代词吗？</translation>
    </message>
    <message>
        <source>Each head is taken out of each sentence of %1, alone: how far does the word that is asked about move?</source>
        <translation>在 %1 的每个句子里逐个单独去掉每个头：所问的词的概率会变多少？</translation>
    </message>
    <message>
        <source>Twins of the bundled world</source>
        <translation>自带小世界的对照句</translation>
    </message>
    <message>
        <source>Sentences of a file…</source>
        <translation>文件里的句子…</translation>
    </message>
    <message>
        <source>Over which sentences heads are judged</source>
        <translation>用哪些句子来评判各个头</translation>
    </message>
    <message>
        <source>A text with a sentence on each line</source>
        <translation>每行一个句子的文本</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 looks at the antecedent in %2 of %3 twins;</source>
        <translation>%1 看向先行词的比例：%2（共 %3 对对照句）；</translation>
    </message>
    <message>
        <source>%1 has no view of “it”;</source>
        <translation>%1 不从“it”出发去看；</translation>
    </message>
    <message>
        <source>%1 of %2 twins; the model finds both pronouns in %3. In brackets: where the true share lies with 95 % certainty (Wilson 1927).</source>
        <translation>已完成 %1 / %2 对；模型两个代词都写对的占 %3。方括号：真实比例的 95 % 置信区间（Wilson 1927）。</translation>
    </message>
    <message>
        <source>The heads that look at the antecedent most often</source>
        <translation>最常看向先行词的头</translation>
    </message>
    <message>
        <source>alone it costs %1</source>
        <translation>单独去掉会错 %1</translation>
    </message>
    <message>
        <source>It looks most clearly here (weight on the right noun minus the other)</source>
        <translation>它在这些句子里看得最准（正确名词的权重减去另一个）</translation>
    </message>
    <message>
        <source>It is needed most here (logit of the right pronoun minus the other)</source>
        <translation>这些句子最需要它（正确代词的 logit 减去另一个）</translation>
    </message>
    <message>
        <source>… and least here</source>
        <translation>……这些句子里最弱</translation>
    </message>
    <message>
        <source>Without %1 another word is the likeliest in %2 of %3 sentences; ln p moves by %4 on average.</source>
        <translation>去掉 %1，%3 个句子里有 %2 变成别的词最可能；ln p 平均变化 %4。</translation>
    </message>
    <message>
        <source>%1 of %2 sentences. What a head should look at isn&apos;t known there. In brackets: where the true share lies with 95 % certainty (Wilson 1927).</source>
        <translation>已完成 %1 / %2 句。这些句子里头应该看哪里并不知道。方括号：真实比例的 95 % 置信区间（Wilson 1927）。</translation>
    </message>
    <message>
        <source>The heads that move the word most, on average</source>
        <translation>平均影响最大的头</translation>
    </message>
    <message>
        <source>ln p %1</source>
        <translation>ln p %1</translation>
    </message>
    <message>
        <source>another word in %1</source>
        <translation>%1 变成别的词</translation>
    </message>
    <message>
        <source>It moves the word most here</source>
        <translation>它在这些句子里影响最大</translation>
    </message>
    <message>
        <source>Where the head looks in these sentences</source>
        <translation>该注意力头在这些句子中关注哪里</translation>
    </message>
    <message>
        <source>taken out alone it costs %1 of the %2 that the model has right, and moves the right word&apos;s logit against the other&apos;s by %3 on average.</source>
        <translation>单独去掉它，模型原来答对的 %2 对里会错 %1；正确词与另一词的 logit 之差平均变化 %3。</translation>
    </message>
</context>
<context>
    <name>glassformer::HeadsJoinedView</name>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>All heads side by side</source>
        <translation>各头结果的拼接</translation>
    </message>
    <message>
        <source>× W_O = the output of attention</source>
        <translation>× W_O = 注意力的输出</translation>
    </message>
    <message>
        <source>Output of attention</source>
        <translation>注意力的输出</translation>
    </message>
    <message>
        <source>head %1 (taken out)</source>
        <translation>头 %1（已移除）</translation>
    </message>
    <message>
        <source>Each head has put its weighted sum into its own columns. Click a cell to see how it is made.</source>
        <translation>每个头把自己的加权和放进自己的那几列。点击一个单元格，看它是怎样算出来的。</translation>
    </message>
    <message>
        <source>Weighted sums of all heads</source>
        <translation>各头的加权和</translation>
    </message>
    <message>
        <source>Training took out all heads of this layer: every row is the bias of W_O.</source>
        <translation>训练时已移除这一层的所有头：每一行都只剩 W_O 的偏置。</translation>
    </message>
    <message>
        <source>One matrix combines the heads: every column now has a part of every head that training kept.</source>
        <translation>输出矩阵 W_O 把各头的信息融合起来：每一列都含有训练保留下来的各头的成分。</translation>
    </message>
    <message>
        <source>One matrix combines the heads: every column now has a part of every head.</source>
        <translation>输出矩阵 W_O 把各头的信息融合起来：每一列都含有各头的成分。</translation>
    </message>
    <message>
        <source>× W_O + b = the output of attention</source>
        <translation>× W_O + b = 注意力的输出</translation>
    </message>
</context>
<context>
    <name>glassformer::Heatmap</name>
    <message>
        <source>masked</source>
        <translation>被掩码遮住</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns.</source>
        <translation>%1 行，%2 列。</translation>
    </message>
    <message>
        <source>%1 Chosen: %2</source>
        <translation>%1 已选：%2</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>row %1 “%2”</source>
        <translation>第 %1 行“%2”</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>第 %1 维</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>column %1 “%2”</source>
        <translation>第 %1 列“%2”</translation>
    </message>
    <message>
        <source>The colours of all maps on this page end at the same number. Click for a scale of its own for each.</source>
        <translation>本页各图使用同一色阶。点击后各图使用自己的色阶。</translation>
    </message>
    <message>
        <source>The colours end at the largest number of this map. Click for one scale for all maps on this page, so that they can be compared.</source>
        <translation>色阶以本图最大的数为限。点击后本页各图使用同一色阶，便于比较。</translation>
    </message>
    <message>
        <source>There is room for one name in %L1; turn the wheel to come closer.</source>
        <translation>位置不够，每 %L1 个只标一个；滚动滚轮可放大。</translation>
    </message>
    <message numerus="yes">
        <source>sum of %n rows</source>
        <translation>
            <numerusform>%n 行之和</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: %1; columns: %2.</source>
        <translation>行：%1；列：%2。</translation>
    </message>
</context>
<context>
    <name>glassformer::InputBar</name>
    <message>
        <source>Model and language to write</source>
        <translation>模型与目标语言</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Run ⏎</source>
        <translation>运行 ⏎</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>输入一个句子</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>无任务</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Type a sentence, or two with %1 between them</source>
        <translation>输入一个句子，或中间写 %1 的两个句子</translation>
    </message>
    <message>
        <source>Two sentences are read as a pair with %1 between them, without spaces around it.</source>
        <translation>两个句子之间写 %1（前后不加空格），就作为一对读入。</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>原文：%1</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>原文的语言</translation>
    </message>
    <message>
        <source>Sentences worth trying, and the words that the model knows</source>
        <translation>值得一试的句子，以及模型认识的词</translation>
    </message>
</context>
<context>
    <name>glassformer::KindsChapter</name>
    <message>
        <source>Known kinds of heads</source>
        <translation>已知的几类头</translation>
    </message>
    <message>
        <source>Random words, read twice: nothing in them can be known but by looking back. How much weight goes where the known kinds look?</source>
        <translation>随机的词读两遍：只有回头看才能知道下一个是什么。有多少权重落在已知几类头所看的地方？</translation>
    </message>
    <message>
        <source>Previous token: on the token before (Elhage et al. 2021)</source>
        <translation>前一词元：看前一个词元（Elhage et al. 2021）</translation>
    </message>
    <message>
        <source>Duplicate token: on the same token earlier (Wang et al. 2022)</source>
        <translation>重复词元：看先前相同的词元（Wang et al. 2022）</translation>
    </message>
    <message>
        <source>Induction: on what followed it there (Olsson et al. 2022)</source>
        <translation>归纳：看先前那个词元之后的词元（Olsson et al. 2022）</translation>
    </message>
    <message>
        <source>%1 of %2 texts of %3 words, each read twice; means over the second reading.</source>
        <translation>已完成 %1 / %2 段，每段 %3 个词，各读两遍；取第二遍的平均。</translation>
    </message>
</context>
<context>
    <name>glassformer::LayerLadder</name>
    <message>
        <source>Layer %1 of %2</source>
        <translation>第 %1/%2 层</translation>
    </message>
</context>
<context>
    <name>glassformer::LayersChapter</name>
    <message>
        <source>What each layer would say</source>
        <translation>每一层会说什么</translation>
    </message>
    <message>
        <source>The likeliest word of each place, if the layers above did not exist: the last norm and the output matrix applied to each layer&apos;s output (logit lens, nostalgebraist 2020).</source>
        <translation>如果没有上面的层，每个位置最可能的词：把最后的归一化和输出矩阵用在每一层的输出上（logit lens，nostalgebraist 2020）。</translation>
    </message>
    <message>
        <source>This model has no norm behind its last layer.</source>
        <translation>这个模型最后一层之后没有归一化。</translation>
    </message>
    <message>
        <source>Bold: the word that was written. The matrix was trained for the last layer only: lower ones may know more than it can read.</source>
        <translation>粗体：实际写出的词。输出矩阵只为最后一层训练：较低的层知道的也许比它读得出的多。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>L%1</source>
        <extracomment>a layer in few characters: layer 2</extracomment>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>“%1”: rank %2, p %3</source>
        <translation>“%1”：第 %2 名，p %3</translation>
    </message>
</context>
<context>
    <name>glassformer::LegendText</name>
    <message>
        <source>× no number: %L1</source>
        <translation>× 无效数值：%L1 个</translation>
    </message>
    <message>
        <source>◂ rows that do not sum to 1: %L1</source>
        <translation>◂ 和不为 1 的行：%L1 行</translation>
    </message>
    <message>
        <source>▴ beyond the colours: %L1, up to ±%2</source>
        <extracomment>of numbers; how many, and the size of the largest</extracomment>
        <translation>▴ 超出色标：%L1 个，最大 ±%2</translation>
    </message>
</context>
<context>
    <name>glassformer::LogitsView</name>
    <message>
        <source>Written so far</source>
        <translation>已写出的部分</translation>
    </message>
    <message>
        <source>The highest of %1 scores</source>
        <translation>%1 个分数中最高的几个</translation>
    </message>
    <message>
        <source>Highest logits</source>
        <translation>最高的 logits</translation>
    </message>
    <message>
        <source>The lowest</source>
        <translation>分数最低的几个</translation>
    </message>
    <message>
        <source>Lowest logits</source>
        <translation>最低的 logits</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The entries that the model finds least likely here.</source>
        <translation>模型认为此处最不可能的词元。</translation>
    </message>
    <message>
        <source>The last vector, transformed once more, times one column for each entry of the vocabulary.</source>
        <translation>最后一层的向量再经一次变换，与词表中每个词元对应的列做点积。</translation>
    </message>
    <message>
        <source>The last vector times one column for each entry of the vocabulary.</source>
        <translation>最后一层的向量与词表中每个词元对应的列做点积。</translation>
    </message>
    <message>
        <source>Click a bar to see its sum.</source>
        <translation>点击一个条形，查看它的算式。</translation>
    </message>
</context>
<context>
    <name>glassformer::MainWindow</name>
    <message>
        <source>Glassformer</source>
        <translation>Glassformer</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Glassformer — changed run</source>
        <translation>Glassformer——改动后的运行</translation>
    </message>
    <message>
        <source>Unsaved places</source>
        <translation>未保存的书签</translation>
    </message>
</context>
<context>
    <name>glassformer::MapChooser</name>
    <message>
        <source>What the map shows</source>
        <translation>图中显示什么</translation>
    </message>
    <message>
        <source>What stands beside the map</source>
        <translation>图旁显示什么</translation>
    </message>
    <message>
        <source>Without the sink</source>
        <translation>去掉汇聚点</translation>
    </message>
    <message>
        <source>Leaves out %1, where weight only rests, and scales each row to what it was. The picture says so.</source>
        <translation>略去 %1（权重只是停放在那里），并把每行放大到原来的总和；图上会注明。</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>合并成词</translation>
    </message>
    <message>
        <source>Pieces of a word become one row and one column: weights on them are summed, those from them averaged (Clark et al. 2019).</source>
        <translation>同一个词的各个词元合并为一行一列：指向它们的权重相加，由它们发出的权重取平均（Clark et al. 2019）。</translation>
    </message>
    <message numerus="yes">
        <source>Sum of %n rows  ✕</source>
        <translation>
            <numerusform>%n 行之和  ✕</numerusform>
        </translation>
    </message>
    <message>
        <source>This row is kept  ✕</source>
        <translation>已保留此行  ✕</translation>
    </message>
    <message>
        <source>Looks at one row again. Ctrl and click, or Shift and Up or Down, sum more rows.</source>
        <translation>重新只看一行。按住 Ctrl 单击，或按 Shift 加上、下方向键，可再加入其他行。</translation>
    </message>
    <message>
        <source>Chinese characters are put together to the words that the lexicons of the bundled world know; others stay alone.</source>
        <translation>汉字按自带词库所收的词合并，其余的字仍单独成列。</translation>
    </message>
    <message>
        <source>Chinese is written without spaces, and none of these characters make up a word that the lexicons of the bundled world know.</source>
        <translation>汉语不用空格分词，而这里没有哪些字能组成自带词库所收的词。</translation>
    </message>
</context>
<context>
    <name>glassformer::ModelCardDialog</name>
    <message>
        <source>Parameters by part</source>
        <translation>各部分的参数量</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What its makers say</source>
        <translation>模型作者的说明</translation>
    </message>
</context>
<context>
    <name>glassformer::ModelFacts</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>%1 encoder, %2 decoder</source>
        <translation>编码器 %1 层，解码器 %2 层</translation>
    </message>
    <message>
        <source>Heads in each layer</source>
        <translation>每层注意力头数</translation>
    </message>
    <message>
        <source>%1 of %2 dimensions</source>
        <translation>%1 个，每个 %2 维</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>%1 words and pieces</source>
        <translation>%1 个词与片段</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>最大文本长度</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1, sharing %2 keys and values</source>
        <translation>%1，共用 %2 组键和值</translation>
    </message>
    <message>
        <source>layer normalization</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>%1, before each block</source>
        <translation>%1，在每个子层之前（Pre-LN）</translation>
    </message>
    <message>
        <source>%1, after each block</source>
        <translation>%1，在每个子层之后（Post-LN）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>sines and cosines, added</source>
        <translation>正弦与余弦，与嵌入相加</translation>
    </message>
    <message>
        <source>a learned table, added</source>
        <translation>学习得到的位置嵌入，与嵌入相加</translation>
    </message>
    <message>
        <source>rotary: queries and keys are turned</source>
        <translation>旋转位置编码（RoPE）：旋转查询和键</translation>
    </message>
    <message>
        <source>relative: a bias on the scores</source>
        <translation>相对位置：给注意力分数加偏置</translation>
    </message>
    <message>
        <source>%1 units, %2</source>
        <translation>%1 个单元，%2</translation>
    </message>
    <message>
        <source>%1, gated</source>
        <translation>%1，带门控</translation>
    </message>
    <message>
        <source>encoder-only Transformer: fills gaps</source>
        <translation>仅编码器的 Transformer：填空</translation>
    </message>
    <message>
        <source>encoder-only Transformer: makes vectors of texts</source>
        <translation>仅编码器的 Transformer：把文本表示为向量</translation>
    </message>
    <message>
        <source>encoder-decoder Transformer: reads one text, writes another</source>
        <translation>编码器-解码器 Transformer：读一段文本，写另一段文本</translation>
    </message>
    <message>
        <source>decoder-only Transformer: writes on</source>
        <translation>仅解码器的 Transformer：续写文本</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>模型系列</translation>
    </message>
    <message>
        <source>Width (d_model)</source>
        <translation>模型维度（d_model）</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>前馈网络</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>归一化参数</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Two sentences</source>
        <translation>两个句子</translation>
    </message>
    <message>
        <source>as a pair, with %1 between them</source>
        <translation>作为一对，中间写 %1</translation>
    </message>
    <message>
        <source>%1 in training; longer ones are read too</source>
        <translation>训练时为 %1；更长的文本也能读</translation>
    </message>
    <message>
        <source>encoder-decoder Transformer: makes vectors of texts</source>
        <translation>编码器-解码器 Transformer：把文本表示为向量</translation>
    </message>
    <message>
        <source>decoder-only Transformer: makes vectors of texts</source>
        <translation>仅解码器的 Transformer：把文本表示为向量</translation>
    </message>
</context>
<context>
    <name>glassformer::NextWordView</name>
    <message>
        <source>Written so far</source>
        <translation>已写出的部分</translation>
    </message>
    <message>
        <source>Where the decoder looks in the source</source>
        <translation>解码器关注源句的哪里</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Click another word to see how the sentence would go on with it.</source>
        <translation>点击另一个词元，看句子会怎样继续。</translation>
    </message>
    <message>
        <source>Probabilities of the next word</source>
        <translation>下一个词元的概率</translation>
    </message>
    <message>
        <source>Attention of layer %1, head %2.</source>
        <translation>第 %1 层、头 %2 的注意力。</translation>
    </message>
    <message>
        <source>Write “%1”</source>
        <translation>写出“%1”</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Write to the end</source>
        <translation>写到结尾</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>遮盖“%1”</translation>
    </message>
    <message>
        <source>Click a word to put it there.</source>
        <translation>点击一个词元，把它放在那里。</translation>
    </message>
    <message>
        <source>“%1” must not be written here: the model&apos;s files say so (%2).</source>
        <translation>这里不允许写出“%1”：模型文件有此规定（%2）。</translation>
    </message>
    <message>
        <source>The score of “%1” is changed before the choice: the model&apos;s files say so (%2).</source>
        <translation>选择之前会调整“%1”的分数：模型文件有此规定（%2）。</translation>
    </message>
    <message>
        <source>The sentence; the chosen token is guessed</source>
        <translation>句子；模型预测所选的词元</translation>
    </message>
    <message>
        <source>Where each token looks</source>
        <translation>每个词元关注哪里</translation>
    </message>
    <message>
        <source>A model that fills gaps guesses each token from both sides. Click a token to choose it.</source>
        <translation>填空模型根据两侧的内容预测每个词元。点击一个词元即可选择。</translation>
    </message>
    <message>
        <source>p = softmax(logits)</source>
        <translation>p = softmax(logits)</translation>
    </message>
    <message>
        <source>p = softmax(logits ÷ %1), the temperature</source>
        <translation>p = softmax(logits ÷ %1)，除数为温度</translation>
    </message>
    <message>
        <source>What could stand here</source>
        <translation>这里可能是什么词</translation>
    </message>
    <message>
        <source>Probabilities of the word at this position</source>
        <translation>该位置各词元的概率</translation>
    </message>
    <message>
        <source>The %1 other entries of the vocabulary share %2.</source>
        <translation>词表中其余 %1 项共占 %2。</translation>
    </message>
    <message>
        <source>The text so far</source>
        <translation>到目前为止的文本</translation>
    </message>
    <message>
        <source>Cross-attention of layer %1, head %2. Each row: the token read last → the token being written.</source>
        <translation>第 %1 层、头 %2 的交叉注意力。每行：刚读入的词元 → 正在写的词元。</translation>
    </message>
    <message>
        <source>Go on to “%1”</source>
        <translation>前进到“%1”</translation>
    </message>
    <message>
        <source>Whether rules of the model&apos;s files changed scores or forbade words was not recorded.</source>
        <translation>模型文件中的规则是否改变过得分或禁止过某些词元，未作记录。</translation>
    </message>
    <message>
        <source>Other roads</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>What a beam search would consider from here: three roads at a time, a few words ahead</source>
        <translation>束搜索从这里会考虑哪些写法：每次保留三条路，往前看几个词</translation>
    </message>
    <message>
        <source>Roads not taken</source>
        <translation>没有走的路</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索……</translation>
    </message>
    <message>
        <source>A beam search of width %1: how likely all words up to there are, together. Dotted: given up. Click a word to take its road.</source>
        <translation>宽度为 %1 的束搜索：数字是到这个词为止所有词的联合概率。虚线表示已放弃。点一个词就走它那条路。</translation>
    </message>
    <message>
        <source>Words that a beam search considers</source>
        <translation>束搜索考虑的词</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take back “%1”</source>
        <translation>撤回“%1”</translation>
    </message>
    <message numerus="yes">
        <source>÷ %1: only the likeliest can be drawn, and they are made to sum to 1 (%n word(s))</source>
        <translation>
            <numerusform>÷ %1：只能抽取概率最大的 %n 个词，并使它们的概率之和为 1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glassformer::NormView</name>
    <message>
        <source>Before: the residual stream</source>
        <translation>归一化之前：残差流</translation>
    </message>
    <message>
        <source>Before: the sum</source>
        <translation>归一化之前：相加的结果</translation>
    </message>
    <message>
        <source>After: every vector on one scale</source>
        <translation>归一化之后：每个向量在同一尺度上</translation>
    </message>
    <message>
        <source>Its %1 numbers have a mean square of %2. Each is divided by the root of that, then multiplied by a learned gain.</source>
        <translation>它的 %1 个数的均方为 %2。每个数除以均方根，再乘以学得的增益。</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>normed</source>
        <translation>归一化后</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>norm(x)</source>
        <translation>norm(x)</translation>
    </message>
    <message>
        <source>The norm of {q:%1}</source>
        <translation>{q:%1} 的归一化</translation>
    </message>
    <message>
        <source>The norm for the chosen token</source>
        <translation>所选词元的归一化</translation>
    </message>
    <message>
        <source>Its %1 numbers have mean %2 and variance %3. The mean is subtracted, the rest divided by the root of the variance, then multiplied by a learned gain; a learned bias is added.</source>
        <translation>它的 %1 个数的均值为 %2，方差为 %3。先减去均值，再除以标准差，然后乘以学得的增益，并加上学得的偏置。</translation>
    </message>
    <message>
        <source>The gain was not recorded with this run.</source>
        <translation>这次运行没有记录增益。</translation>
    </message>
    <message>
        <source>Gain and bias were not recorded with this run.</source>
        <translation>这次运行没有记录增益和偏置。</translation>
    </message>
    <message>
        <source>Of what kind the norm is, and its learned numbers, was not recorded.</source>
        <translation>归一化的种类及其学得的参数没有记录。</translation>
    </message>
</context>
<context>
    <name>glassformer::NormalText</name>
    <message>
        <source>“%1” becomes “%2”</source>
        <translation>“%1”变为“%2”</translation>
    </message>
</context>
<context>
    <name>glassformer::NoteLine</name>
    <message>
        <source>The text is cut here: the field holds %L1 characters.</source>
        <translation>文本已在此处截断：输入框最多容纳 %L1 个字符。</translation>
    </message>
</context>
<context>
    <name>glassformer::NumberEditor</name>
    <message>
        <source>Which number</source>
        <translation>哪一个数</translation>
    </message>
    <message>
        <source>Try another number here</source>
        <translation>在此试一个别的数</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>The model runs on from here with this number in place of its own.</source>
        <translation>模型将用此数代替自己的数继续运行。</translation>
    </message>
    <message>
        <source>Number for: %1</source>
        <translation>设定：%1</translation>
    </message>
    <message>
        <source>Type a number, such as 1.5 or -0.25.</source>
        <translation>请输入一个数，例如 1.5 或 -0.25。</translation>
    </message>
    <message>
        <source>“%1” is no number: type one such as 1.5 or -0.25.</source>
        <translation>“%1”不是数：请输入例如 1.5 或 -0.25 的数。</translation>
    </message>
</context>
<context>
    <name>glassformer::OpeningCover</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>glassformer::Panels</name>
    <message>
        <source>The machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>The inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Drag it to the other side, or out of the window; a double click takes it out or back.</source>
        <translation>可拖到另一侧或拖出窗口；双击则移出或放回。</translation>
    </message>
</context>
<context>
    <name>glassformer::PartsChapter</name>
    <message>
        <source>Which parts it needs</source>
        <translation>它需要哪些部件</translation>
    </message>
    <message>
        <source>Each part is taken out alone, behind the same words: how far does that move the word?</source>
        <translation>在前文不变时逐个单独去掉每个部件：这个词的概率会变多少？</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Set to its mean</source>
        <translation>置为均值</translation>
    </message>
    <message>
        <source>How parts are taken out</source>
        <translation>如何去掉部件</translation>
    </message>
    <message>
        <source>What the part puts out becomes zero, or in every row the mean over all rows of this run. A whole layer passes its input on in either case.</source>
        <translation>部件的输出变成零，或者每一行都变成本次运行所有行的均值。整层被去掉时，两种情况下都原样传递输入。</translation>
    </message>
    <message>
        <source>Edges too</source>
        <translation>也切断连线</translation>
    </message>
    <message>
        <source>Also forbids each token to look at each other one, in all layers and heads.</source>
        <translation>还在所有层、所有头里逐一禁止一个词元看另一个词元。</translation>
    </message>
    <message>
        <source>By how much ln p of “%1” falls without it</source>
        <translation>去掉它后“%1”的 ln p 下降多少</translation>
    </message>
    <message>
        <source>%1 of %2 trials. Found in one sentence: another one may need other parts.</source>
        <translation>已完成 %1 / %2 次实验。只就这一句而言：换一句可能需要别的部件。</translation>
    </message>
    <message>
        <source>The parts that move the word most</source>
        <translation>对这个词影响最大的部件</translation>
    </message>
    <message>
        <source>Taken out together</source>
        <translation>一起去掉</translation>
    </message>
    <message>
        <source>The head that makes the word least likely; with it the next one that does, and so on. Single heads often have others that do the same.</source>
        <translation>先去掉使这个词最不可能的头，再加上下一个，依此类推。单个头往往有别的头做同样的事。</translation>
    </message>
</context>
<context>
    <name>glassformer::PatchPage</name>
    <message>
        <source>Carry over</source>
        <translation>移入</translation>
    </message>
    <message>
        <source>and see what becomes of</source>
        <translation>并观察这个词的变化</translation>
    </message>
    <message>
        <source>Which vectors are carried over</source>
        <translation>移入哪些向量</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Of which stack</source>
        <translation>取自哪一部分</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <extracomment>a word, and its place in the answer</extracomment>
        <translation>“%1”（%2）</translation>
    </message>
    <message>
        <source>The word that is asked about</source>
        <translation>所考察的词</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>From: %1   Into: %2</source>
        <extracomment>the sentence on the right, the sentence on the left</extracomment>
        <translation>取自：%1   移入：%2</translation>
    </message>
    <message>
        <source>Activation patching</source>
        <translation>激活修补</translation>
    </message>
    <message>
        <source>One vector at a time of the run on the right takes the place of the same one in the run on the left; all else is computed from there. So one sees where the difference is, layer by layer.</source>
        <translation>每次用右侧运行中的一个向量替换左侧运行中对应的向量，其余部分由此重新计算。这样就能逐层看到差别在哪里。</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>Of which head</source>
        <translation>属于哪个注意力头</translation>
    </message>
    <message>
        <source>R shows it</source>
        <translation>按 R 揭开</translation>
    </message>
</context>
<context>
    <name>glassformer::PlacesPanel</name>
    <message>
        <source>Add this place</source>
        <translation>添加书签</translation>
    </message>
    <message>
        <source>Keeps what is on the screen now, to come back to</source>
        <translation>记下屏幕上当前的内容，以便回来</translation>
    </message>
    <message>
        <source>A place is a view to come back to: model, sentence, changes and where you look. Add what is on the screen now; Alt+Page Down and Alt+Page Up then go from place to place.</source>
        <translation>书签记下可以随时回来的视图：模型、句子、改动和正在查看之处。先为屏幕上当前的内容添加书签，之后用 Alt+Page Down 和 Alt+Page Up 在书签间切换。</translation>
    </message>
    <message>
        <source>Note on the place</source>
        <translation>书签备注</translation>
    </message>
    <message>
        <source>What to say or to ask here</source>
        <translation>在这里要讲或要问的内容</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Move up (Alt+↑)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+↓)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名（F2）</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>移除（Delete）</translation>
    </message>
</context>
<context>
    <name>glassformer::PositionView</name>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>d %1</source>
        <translation>d %1</translation>
    </message>
    <message>
        <source>Each dimension is a wave</source>
        <translation>每一维是一条波形曲线</translation>
    </message>
    <message>
        <source>Nobody prescribed these curves: training found them. Dots: the chosen token.</source>
        <translation>没有人规定这些曲线：它们由训练得到。圆点：所选词元。</translation>
    </message>
    <message>
        <source>The encoding of every position</source>
        <translation>每个位置的编码</translation>
    </message>
    <message>
        <source>This model adds no encoding of the position to its tokens.</source>
        <translation>这个模型不给词元加位置编码。</translation>
    </message>
    <message>
        <source>Some dimensions over the positions</source>
        <translation>若干维度随位置的变化</translation>
    </message>
    <message>
        <source>Sines in the left half of the matrix, cosines in the right; in each, fast waves first. Dots: the chosen token.</source>
        <translation>矩阵左半是正弦，右半是余弦；每一半中变化快的在前。圆点：所选词元。</translation>
    </message>
    <message>
        <source>Fast waves on the left of the matrix, slow ones on the right. Dots: the chosen token.</source>
        <translation>矩阵左侧的维度变化快，右侧的变化慢。圆点：所选词元。</translation>
    </message>
    <message>
        <source>How alike two positions are</source>
        <translation>任意两个位置有多相似</translation>
    </message>
    <message>
        <source>The cosine of their encodings: 1 is the same direction, 0 a right angle.</source>
        <translation>两个位置编码的余弦：1 表示方向相同，0 表示互相垂直。</translation>
    </message>
    <message>
        <source>Cosine of every two positions</source>
        <translation>任意两个位置的余弦</translation>
    </message>
    <message>
        <source>One row for each position, whatever token stands there.</source>
        <translation>每个位置一行，与那里是哪个词元无关。</translation>
    </message>
</context>
<context>
    <name>glassformer::QueryKeyValueView</name>
    <message>
        <source>norm(x)</source>
        <translation>norm(x)</translation>
    </message>
    <message>
        <source>{q:Query} = %1 · W_Q</source>
        <translation>{q:查询} = %1 · W_Q</translation>
    </message>
    <message>
        <source>what each token looks for</source>
        <translation>查询：要找什么</translation>
    </message>
    <message>
        <source>{k:Key} = %1 · W_K</source>
        <translation>{k:键} = %1 · W_K</translation>
    </message>
    <message>
        <source>what each token can be found by</source>
        <translation>键：凭什么被找到</translation>
    </message>
    <message>
        <source>{v:Value} = %1 · W_V</source>
        <translation>{v:值} = %1 · W_V</translation>
    </message>
    <message>
        <source>what each token passes on when it is looked at</source>
        <translation>值：被关注时提供什么内容</translation>
    </message>
    <message>
        <source>, normed, turned</source>
        <translation>，再归一化并旋转</translation>
    </message>
    <message>
        <source>, normed</source>
        <translation>，再归一化</translation>
    </message>
    <message>
        <source>, turned</source>
        <translation>，再旋转</translation>
    </message>
</context>
<context>
    <name>glassformer::RolesChapter</name>
    <message>
        <source>What heads look at</source>
        <translation>注意力头看什么</translation>
    </message>
    <message>
        <source>Fresh sentences whose grammar is known: how often does the largest weight go to the noun of the word, its verb, its neighbour?</source>
        <translation>语法已知的新句子：最大的权重有多少次落在该词的名词、动词或相邻的词上？</translation>
    </message>
    <message>
        <source>%1 is not among them: only the heads that read the text are.</source>
        <translation>%1 不在其中：只统计读取原文的注意力头。</translation>
    </message>
    <message>
        <source>%1 does nothing of this in half of the cases.</source>
        <translation>%1 在这些方面都不到一半。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>a head: what it looks at</extracomment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>The heads that do one thing most often</source>
        <translation>最常做同一件事的注意力头</translation>
    </message>
    <message numerus="yes">
        <source>%n sentences. What chance alone would reach is not taken off.</source>
        <translation>
            <numerusform>%n 个句子。未扣除随机也会达到的比例。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glassformer::ScaleName</name>
    <message>
        <source>shared scale</source>
        <translation>统一色阶</translation>
    </message>
    <message>
        <source>own scale</source>
        <translation>独立色阶</translation>
    </message>
</context>
<context>
    <name>glassformer::SentenceDialog</name>
    <message>
        <source>Made just now, of the same kind.</source>
        <translation>刚刚生成的同类句子。</translation>
    </message>
    <message>
        <source>Lately run</source>
        <translation>最近运行过</translation>
    </message>
    <message>
        <source>%L1 of %L2 words. Enter puts one into the sentence.</source>
        <translation>显示 %L1 个，共 %L2 个词。按回车把词放进句子。</translation>
    </message>
    <message>
        <source>Choose a sentence to read what to look for.</source>
        <translation>选一个句子，看看该注意什么。</translation>
    </message>
    <message>
        <source>No other sentence of this kind was found.</source>
        <translation>没有找到别的同类句子。</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Words that the model knows</source>
        <translation>模型认识的词</translation>
    </message>
    <message>
        <source>Language of the sentences</source>
        <translation>句子的语言</translation>
    </message>
    <message>
        <source>Search the sentences</source>
        <translation>搜索句子</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Another of this kind</source>
        <translation>再来一个同类的</translation>
    </message>
    <message>
        <source>Run this sentence</source>
        <translation>运行这个句子</translation>
    </message>
</context>
<context>
    <name>glassformer::SentenceView</name>
    <message>
        <source>The sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>What the model writes</source>
        <translation>模型的输出</translation>
    </message>
    <message>
        <source>What the model writes: %1</source>
        <translation>模型的输出：%1</translation>
    </message>
    <message>
        <source>%1 encoder layers · %2 decoder layers</source>
        <translation>编码器 %1 层 · 解码器 %2 层</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 层</translation>
    </message>
    <message>
        <source>With what the model puts into its gaps</source>
        <translation>模型填空后的句子</translation>
    </message>
    <message>
        <source>How the model goes on</source>
        <translation>模型如何续写</translation>
    </message>
    <message>
        <source>{f:the text was not recorded}</source>
        <translation>{f:没有记录文本}</translation>
    </message>
    <message>
        <source>It gives vectors, and no next word.</source>
        <translation>它给出向量，不预测下一个词元。</translation>
    </message>
    <message>
        <source>vectors of %1 numbers</source>
        <translation>向量长 %1</translation>
    </message>
    <message>
        <source>length of vectors not recorded</source>
        <translation>未记录向量长度</translation>
    </message>
    <message>
        <source>%1 words and pieces</source>
        <translation>%1 个词与片段</translation>
    </message>
    <message>
        <source>vocabulary not recorded</source>
        <translation>未记录词表</translation>
    </message>
    <message>
        <source>{f:the answer was not recorded}</source>
        <translation>{f:未记录输出}</translation>
    </message>
    <message>
        <source>%1 heads in each layer</source>
        <translation>每层 %1 个头</translation>
    </message>
</context>
<context>
    <name>glassformer::SideHeader</name>
    <message>
        <source>Open model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>Model to compare with</source>
        <translation>用来比较的模型</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Sentence on the right</source>
        <translation>右侧的句子</translation>
    </message>
    <message>
        <source>Type a second sentence</source>
        <translation>输入另一个句子</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>输出：%1</translation>
    </message>
</context>
<context>
    <name>glassformer::SidePanel</name>
    <message>
        <source>Arithmetic</source>
        <translation>算式</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>How the chosen number is made</source>
        <translation>所选的数是怎样算出来的</translation>
    </message>
    <message>
        <source>What the word that is asked about depends on</source>
        <translation>所问的词取决于什么</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Views to come back to, and notes on them</source>
        <translation>可以随时回来的视图及其备注</translation>
    </message>
</context>
<context>
    <name>glassformer::Stage</name>
    <message>
        <source>Answer: %1</source>
        <translation>输出：%1</translation>
    </message>
    <message>
        <source>Answer: %1 — before: %2</source>
        <translation>输出：%1 — 之前：%2</translation>
    </message>
    <message>
        <source>Head %1 (off)</source>
        <translation>头 %1（已关闭）</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Training took this head out: it still attends, but what it mixes goes nowhere.</source>
        <translation>训练时已移除这个头：它仍计算注意力，但加权和不再传给后面。</translation>
    </message>
    <message>
        <source>The answer would be: %1</source>
        <translation>输出将变为：%1</translation>
    </message>
    <message>
        <source>Head %1 (taken out)</source>
        <translation>头 %1（已移除）</translation>
    </message>
    <message>
        <source>Same in layer %1</source>
        <translation>看第 %1 层的同一步</translation>
    </message>
    <message>
        <source>The same step in the next layer; after the last one, in the first</source>
        <translation>下一层的同一步骤；最后一层之后回到第一层</translation>
    </message>
    <message>
        <source>Begin with layer 1</source>
        <translation>从第 1 层开始</translation>
    </message>
    <message>
        <source>Walk on through layer %1</source>
        <translation>继续查看第 %1 层</translation>
    </message>
    <message>
        <source>Layer %1 of %2</source>
        <translation>第 %1/%2 层</translation>
    </message>
    <message>
        <source>Token that is being written</source>
        <translation>正在写的词元</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Answer: %1 — the same as before the change.</source>
        <translation>答案：%1 —— 与改动之前相同。</translation>
    </message>
    <message>
        <source>R shows it</source>
        <translation>按 R 揭开</translation>
    </message>
    <message>
        <source>%1 · changed run</source>
        <translation>%1 · 改动后的运行</translation>
    </message>
    <message>
        <source>Changed run. %1</source>
        <translation>改动后的运行。%1</translation>
    </message>
    <message>
        <source>At the position of “%1”</source>
        <translation>在“%1”的位置</translation>
    </message>
    <message>
        <source>Read up to “%1”</source>
        <translation>已读到“%1”</translation>
    </message>
    <message>
        <source>Read up to “%1”; given next: “%2”</source>
        <translation>已读到“%1”；给定的下一个：“%2”</translation>
    </message>
    <message>
        <source>Read up to “%1”, about to write “%2”</source>
        <translation>已读到“%1”，将写“%2”</translation>
    </message>
</context>
<context>
    <name>glassformer::StepBar</name>
    <message>
        <source>◀ Back</source>
        <translation>◀ 上一步</translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation>下一步 ▶</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3</source>
        <translation>第 %1 步，共 %2 步 · %3</translation>
    </message>
    <message>
        <source>Short walk</source>
        <translation>简要路线</translation>
    </message>
    <message>
        <source>Full walk</source>
        <translation>完整路线</translation>
    </message>
    <message>
        <source>Path through the steps</source>
        <translation>步骤路线</translation>
    </message>
    <message>
        <source>Short: from the sentence to the next word in about a dozen steps. Full: every step.</source>
        <translation>简要：用十来步从句子走到下一个词。完整：走遍每一步。</translation>
    </message>
</context>
<context>
    <name>glassformer::StreamView</name>
    <message>
        <source>What the encoder hands to the decoder</source>
        <translation>编码器交给解码器的内容</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation>第 %1 层之后</translation>
    </message>
    <message>
        <source>after the last norm</source>
        <translation>最后的归一化之后</translation>
    </message>
    <message>
        <source>The chosen token layer by layer</source>
        <translation>所选词元逐层的变化</translation>
    </message>
    <message>
        <source>What the decoder has made of the tokens so far</source>
        <translation>解码器对已写出的词元算出的结果</translation>
    </message>
    <message>
        <source>What the encoder has made of the tokens</source>
        <translation>编码器对各词元算出的结果</translation>
    </message>
    <message>
        <source>From the row of the chosen token the word that comes after it is predicted.</source>
        <translation>由所选词元的那一行预测它后面的词元。</translation>
    </message>
    <message>
        <source>One vector for each token; each has taken in what stands before it. This model ends here: programs compare texts by these vectors.</source>
        <translation>每个词元一个向量，每个都已融入它前面的信息。这个模型到此为止：程序用这些向量来比较文本。</translation>
    </message>
    <message>
        <source>Still one vector for each token, but each has now taken in information from the others. Every decoder layer reads it.</source>
        <translation>仍是每个词元一个向量，但每个都已融入上下文信息。解码器的每一层都会读取它们。</translation>
    </message>
    <message>
        <source>Still one vector for each token, but each has now taken in information from the others. From it the word at its position is guessed.</source>
        <translation>仍是每个词元一个向量，但每个都已融入上下文信息。由它预测该位置上的词元。</translation>
    </message>
    <message>
        <source>One vector for each token; each has taken in information from the others. This model ends here: programs compare texts by these vectors.</source>
        <translation>每个词元一个向量，每个都已融入上下文信息。这个模型到此为止：程序用这些向量来比较文本。</translation>
    </message>
    <message>
        <source>The path of {q:%1} through the layers</source>
        <translation>{q:%1} 逐层的变化</translation>
    </message>
    <message>
        <source>Each line has a colour scale of its own; the numbers belong to the marked dimension.</source>
        <translation>每行使用自己的色阶；数字属于标出的那一维。</translation>
    </message>
</context>
<context>
    <name>glassformer::SumView</name>
    <message>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>+ position</source>
        <translation>+ 位置</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>= input of the encoder</source>
        <translation>= 编码器的输入</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>= input of the decoder</source>
        <translation>= 解码器的输入</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>前馈网络</translation>
    </message>
    <message>
        <source>= output of layer %1</source>
        <translation>= 第 %1 层的输出</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The same for {q:%1}</source>
        <translation>{q:%1} 的同一计算</translation>
    </message>
    <message>
        <source>Added component by component, then brought to mean 0 and variance 1.</source>
        <translation>逐个分量相加，再调整为均值 0、方差 1。</translation>
    </message>
    <message>
        <source>Added component by component; click one to follow it.</source>
        <translation>逐个分量相加；点击一个可跟踪它。</translation>
    </message>
    <message>
        <source>The sum for the chosen token</source>
        <translation>所选词元的求和</translation>
    </message>
    <message>
        <source>= input of the first layer</source>
        <translation>= 第一层的输入</translation>
    </message>
    <message>
        <source>Added component by component, then divided by the root mean square.</source>
        <translation>逐个分量相加，再除以均方根。</translation>
    </message>
    <message>
        <source>+ segment</source>
        <translation>+ 段嵌入</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>段嵌入</translation>
    </message>
    <message>
        <source>Nothing is added to the row of the table.</source>
        <translation>直接取嵌入表中的这一行，没有加上其他内容。</translation>
    </message>
    <message>
        <source>Each line in its own scale of colours.</source>
        <translation>每行使用自己的色阶。</translation>
    </message>
    <message>
        <source>+ output of attention</source>
        <translation>+ 注意力的输出</translation>
    </message>
    <message>
        <source>= sum</source>
        <translation>= 和</translation>
    </message>
    <message>
        <source>+ output of the feed-forward network</source>
        <translation>+ 前馈网络的输出</translation>
    </message>
    <message>
        <source>residual path: what came in</source>
        <translation>残差支路（原样保留）</translation>
    </message>
    <message>
        <source>+ output of masked attention</source>
        <translation>+ 带掩码的自注意力的输出</translation>
    </message>
    <message>
        <source>+ output of cross-attention</source>
        <translation>+ 交叉注意力的输出</translation>
    </message>
    <message>
        <source>cross-attention</source>
        <translation>交叉注意力</translation>
    </message>
    <message>
        <source>→ what goes on</source>
        <translation>→ 继续往下传的向量</translation>
    </message>
</context>
<context>
    <name>glassformer::SummaryView</name>
    <message>
        <source>Tokens: %1</source>
        <translation>词元：%1</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Probabilities of the next word</source>
        <translation>下一个词元的概率</translation>
    </message>
    <message>
        <source>Attention of layer %1, head %2</source>
        <translation>第 %1 层、头 %2 的注意力</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
</context>
<context>
    <name>glassformer::TargetTokensView</name>
    <message>
        <source>What was read</source>
        <translation>读入的部分</translation>
    </message>
    <message>
        <source>Source tokens</source>
        <translation>源词元</translation>
    </message>
    <message>
        <source>What the decoder has written</source>
        <translation>解码器已写出的部分</translation>
    </message>
    <message>
        <source>Written tokens</source>
        <translation>已写出的词元</translation>
    </message>
    <message>
        <source>The decoder starts with nothing but a start token. From it and the encoded sentence it will choose {v:%1}.</source>
        <translation>解码器开始时只有一个起始词元。根据它和编码后的句子，将选出 {v:%1}。</translation>
    </message>
    <message>
        <source>Green: written before the token of this step. Pale: written later. Click one to go to its step.</source>
        <translation>绿色：这一步之前已写出。浅色：之后才写。点击一个即可转到它那一步。</translation>
    </message>
    <message>
        <source>Writing token %1 of %2</source>
        <translation>正在生成第 %1 个词元，共 %2 个</translation>
    </message>
    <message>
        <source>It has read its own tokens up to {v:%1} and will now choose {v:%2}. That token becomes input for the next step: this loop is how every GPT writes.</source>
        <translation>它已读入自己写到 {v:%1} 为止的词元，现在将选出 {v:%2}。这个词元会成为下一步的输入：所有 GPT 都是这样逐个生成的。</translation>
    </message>
</context>
<context>
    <name>glassformer::TellingBar</name>
    <message>
        <source>▶ Show me</source>
        <translation>▶ 演示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>▶ Go on</source>
        <translation>▶ 继续</translation>
    </message>
    <message>
        <source>How this number is made, term by term, and then all others (space)</source>
        <translation>逐项演示这个数怎样算出来，再填满其余的数（空格键）</translation>
    </message>
    <message>
        <source>One moment back (Ctrl+,)</source>
        <translation>演示上一步（Ctrl+,）</translation>
    </message>
    <message>
        <source>One moment on (Ctrl+.)</source>
        <translation>演示下一步（Ctrl+.）</translation>
    </message>
    <message>
        <source>Show everything at once (Shift+Space)</source>
        <translation>立即显示全部（Shift+空格）</translation>
    </message>
</context>
<context>
    <name>glassformer::TokenRow</name>
    <message>
        <source>%1. Chosen: %2</source>
        <translation>%1。已选：%2</translation>
    </message>
    <message>
        <source>place %1 “%2”</source>
        <translation>位置 %1“%2”</translation>
    </message>
</context>
<context>
    <name>glassformer::TokensView</name>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The token %1</source>
        <translation>词元 %1</translation>
    </message>
    <message>
        <source>How “%1” is cut</source>
        <translation>“%1”是怎样切分的</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 个词元</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>It stands for “%1” in the text. How that was cut was not recorded.</source>
        <translation>它对应文本中的“%1”。未记录是怎样切分的。</translation>
    </message>
    <message>
        <source>It stands for nothing in the text: the tokenizer put it there to tell the model which language to write: %1.</source>
        <translation>它不对应文本中的任何内容：分词器用它告诉模型要写哪种语言：%1。</translation>
    </message>
    <message>
        <source>It stands for nothing in the text: the tokenizer put it there as a sign for the model, such as where the sentence ends.</source>
        <translation>它不对应文本中的任何内容：分词器用它给模型作标记，例如句子在哪里结束。</translation>
    </message>
    <message>
        <source>What it stands for in the text, and how that was cut, was not recorded.</source>
        <translation>未记录它对应文本中的什么内容，也未记录是怎样切分的。</translation>
    </message>
    <message>
        <source>the tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>of the word</source>
        <translation>原词</translation>
    </message>
    <message>
        <source>What each word became</source>
        <translation>每个词变成了什么</translation>
    </message>
    <message>
        <source>Whether the text was changed before it was cut was not recorded.</source>
        <translation>切分之前是否改动过文本，没有记录。</translation>
    </message>
    <message>
        <source>Cut from the text as it stands above.</source>
        <translation>由上面改动后的文本切分而来。</translation>
    </message>
    <message>
        <source>Cut from the text exactly as it was typed.</source>
        <translation>按输入的原文切分，未作任何改动。</translation>
    </message>
    <message>
        <source>Below each token its number in the vocabulary, and its position in the sentence.</source>
        <translation>每个词元下面是它在词表中的编号和在句中的位置。</translation>
    </message>
    <message>
        <source>Below each token its position in the sentence; numbers in the vocabulary were not recorded.</source>
        <translation>每个词元下面是它在句中的位置；词表中的编号未作记录。</translation>
    </message>
    <message>
        <source>Pieces of one word touch each other; pale tokens were added by the tokenizer.</source>
        <translation>同一个词的各个片段连在一起；浅色的词元由分词器添加。</translation>
    </message>
    <message>
        <source>Which of them are pieces of words, and which the tokenizer added, was not recorded.</source>
        <translation>未记录哪些是词的片段、哪些是分词器添加的。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>输入的文本</translation>
    </message>
    <message>
        <source>as it is cut</source>
        <translation>待切分的文本</translation>
    </message>
    <message>
        <source>Before it is cut</source>
        <translation>切分之前</translation>
    </message>
    <message>
        <source>The tokenizer writes some things in one way only: what it changed is marked, what it left out is struck.</source>
        <translation>分词器把某些写法统一起来：改动之处有标记，删去之处画有横线。</translation>
    </message>
    <message>
        <source>The text as typed, and as it is cut</source>
        <translation>输入的文本与待切分的文本</translation>
    </message>
    <message>
        <source>The model wrote all of them.</source>
        <translation>全部由模型写出。</translation>
    </message>
    <message>
        <source>The first %1 were cut from the text that was given, the others the model wrote.</source>
        <translation>前 %1 个从给定的文本切分而来，其余由模型写出。</translation>
    </message>
    <message>
        <source>The model wrote it: it was cut from no text.</source>
        <translation>它由模型写出，不是从文本切分来的。</translation>
    </message>
    <message>
        <source>What words %1 to %2 of %3 became</source>
        <translation>第 %1 至 %2 个词（共 %3 个）的切分结果</translation>
    </message>
</context>
<context>
    <name>glassformer::VectorStrips</name>
    <message>
        <source>▴: a number beyond the colours of its line.</source>
        <translation>▴：超出本行色标的数。</translation>
    </message>
</context>
<context>
    <name>glassformer::VotesChapter</name>
    <message>
        <source>Who voted for it</source>
        <translation>谁投了它的票</translation>
    </message>
    <message>
        <source>The distance between both words&apos; logits, as a sum over all that wrote into the stream.</source>
        <translation>两个词的 logit 之差，写成所有写入残差流的部件之和。</translation>
    </message>
    <message>
        <source>The word&apos;s logit, as a sum over all that wrote into the stream.</source>
        <translation>这个词的 logit，写成所有写入残差流的部件之和。</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独看</translation>
    </message>
    <message>
        <source>Against “%1”</source>
        <translation>对比“%1”</translation>
    </message>
    <message>
        <source>Against which word votes are counted</source>
        <translation>与哪个词对比计票</translation>
    </message>
    <message>
        <source>The votes add up to %1; the distance of the logits is %2.</source>
        <translation>票数合计 %1；logit 之差为 %2。</translation>
    </message>
    <message>
        <source>The votes add up to %1; the logit is %2.</source>
        <translation>票数合计 %1；logit 为 %2。</translation>
    </message>
    <message>
        <source>Exact with the norms and the last activation held as they were in this run.</source>
        <translation>在归一化和最后的激活保持本次运行的数值时是精确的。</translation>
    </message>
    <message>
        <source>Exact with the norms held as they were in this run.</source>
        <translation>在归一化保持本次运行的数值时是精确的。</translation>
    </message>
    <message>
        <source>A vote is what was written, not whether the word needs it.</source>
        <translation>一票说的是写入了多少，并不说明这个词是否需要它。</translation>
    </message>
    <message numerus="yes">
        <source>%n others together</source>
        <translation>
            <numerusform>其余 %n 项合计</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glassformer::WavePlot</name>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Waves of the positional encoding</source>
        <translation>位置编码的波形</translation>
    </message>
</context>
<context>
    <name>glassformer::WeightedSumView</name>
    <message>
        <source>The weights of {q:%1}</source>
        <translation>{q:%1} 的权重</translation>
    </message>
    <message>
        <source>%1 · {f:all others}</source>
        <translation>%1 · {f:其余全部}</translation>
    </message>
    <message>
        <source>weight × {v:value}, added up</source>
        <translation>权重 × {v:值}，再求和</translation>
    </message>
    <message>
        <source>This head is switched off: its sum does not go on.</source>
        <translation>这个头已关闭：它的加权和不再传下去。</translation>
    </message>
    <message>
        <source>Weighted values and their sum</source>
        <translation>加权的值与它们的和</translation>
    </message>
    <message>
        <source>The weighted sums of all tokens</source>
        <translation>所有词元的加权和</translation>
    </message>
    <message>
        <source>Attention weights of the chosen token</source>
        <translation>所选词元的注意力权重</translation>
    </message>
    <message>
        <source>Heaviest first. A token with weight 0.5 gives half of its value to the sum.</source>
        <translation>按权重从大到小排列。权重为 0.5 的词元，把它的值的一半加进总和。</translation>
    </message>
</context>
<context>
    <name>glassformer::WordCutLadder</name>
    <message>
        <source>How the word was cut</source>
        <translation>这个词是怎样切分的</translation>
    </message>
</context>
<context>
    <name>glassformer::WordCutText</name>
    <message>
        <source>still to cut</source>
        <translation>还要切分的</translation>
    </message>
    <message>
        <source>tried, not in the vocabulary</source>
        <translation>试过，不在词表中</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>合并 %1</translation>
    </message>
    <message>
        <source>nothing left to merge</source>
        <translation>没有可合并的了</translation>
    </message>
    <message>
        <source>the pieces</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>merged next</source>
        <translation>接着合并</translation>
    </message>
    <message>
        <source>about 1 in %1</source>
        <translation>约 1/%1</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>log p</source>
        <translation>log p</translation>
    </message>
    <message>
        <source>its probability</source>
        <translation>它的概率</translation>
    </message>
    <message>
        <source>no other way to cut the word has a larger sum</source>
        <translation>其他切法的总和都不更大</translation>
    </message>
    <message>
        <source>no way to cut it into more has a larger sum</source>
        <translation>切得更细，总和不会更大</translation>
    </message>
    <message>
        <source>The vocabulary holds this word as a whole: one token.</source>
        <translation>词表里有这个完整的词：一个词元。</translation>
    </message>
    <message>
        <source>It begins as single signs. A list of merges, learned by counting which neighbours are frequent, says what becomes one piece: of all pairs in the word the one highest in the list comes first.</source>
        <translation>它起初是单个符号。一份合并表说明哪些相邻片段合成一个，这份表是由统计常见的相邻片段学来的：在词中所有相邻对里，先合并表中最靠前的一对（字节对编码）。</translation>
    </message>
    <message>
        <source>Every piece of the vocabulary has a probability. Of all ways to cut the word the likeliest is taken, the one whose logarithms add up to most; Viterbi&apos;s search finds it without trying them all.</source>
        <translation>词表中的每个片段都有概率。在所有切法中取最可能的一种，即对数之和最大的一种；维特比算法不必逐一尝试就能找到它。</translation>
    </message>
    <message>
        <source>At every place the longest piece that the vocabulary holds is taken.</source>
        <translation>在每个位置，取词表中最长的片段。</translation>
    </message>
    <message>
        <source>␣ is the space before the word: it belongs to the piece.</source>
        <translation>␣ 是词前的空格：它属于这个片段。</translation>
    </message>
    <message>
        <source>What the vocabulary does not hold is spelt in bytes, or becomes the token for everything unknown.</source>
        <translation>词表中没有的内容用字节拼出，或者变成代表一切未知内容的词元。</translation>
    </message>
    <message>
        <source>Of this long word the first %1 steps are shown.</source>
        <translation>这个词很长，只显示前 %1 步。</translation>
    </message>
    <message>
        <source>… %1 more merges …</source>
        <translation>…… 还有 %1 次合并 ……</translation>
    </message>
</context>
<context>
    <name>glassformer::WordMap</name>
    <message>
        <source>Map of the vocabulary</source>
        <translation>词表图</translation>
    </message>
    <message numerus="yes">
        <source>%n words. Chosen: %1</source>
        <translation>
            <numerusform>共 %n 个词，所选：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>共 %n 个词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glassformer::WordOffers</name>
    <message>
        <source>In place of “%1”:</source>
        <translation>代替“%1”：</translation>
    </message>
    <message>
        <source>Put this word into the sentence.</source>
        <translation>把这个词放进句子。</translation>
    </message>
</context>
<context>
    <name>glassformer::WordsChapter</name>
    <message>
        <source>Which words mattered</source>
        <translation>哪些词起了作用</translation>
    </message>
    <message>
        <source>The text without the word: how far does ln p fall?</source>
        <translation>文本去掉这个词：ln p 下降多少？</translation>
    </message>
    <message>
        <source>The mask in the word&apos;s place: how far does ln p fall?</source>
        <translation>把这个词换成掩码：ln p 下降多少？</translation>
    </message>
    <message>
        <source>Zeros for the word&apos;s vector, its place stays: how far does ln p fall?</source>
        <translation>词的向量置零、位置保留：ln p 下降多少？</translation>
    </message>
    <message>
        <source>The slope of ln p along the word&apos;s vector, times that vector.</source>
        <translation>ln p 沿这个词的向量的梯度，乘以该向量。</translation>
    </message>
    <message>
        <source>The mean slope of ln p on the way from zero vectors, times the vector (Sundararajan et al. 2017).</source>
        <translation>从零向量到实际向量途中 ln p 的平均梯度，乘以该向量（Sundararajan et al. 2017）。</translation>
    </message>
    <message>
        <source>Leave the word out</source>
        <translation>去掉这个词</translation>
    </message>
    <message>
        <source>Mask the word</source>
        <translation>掩盖这个词</translation>
    </message>
    <message>
        <source>Blank its vector</source>
        <translation>向量置零</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>How it is asked which words mattered</source>
        <translation>用什么方法判断哪些词起了作用</translation>
    </message>
    <message>
        <source>“%1” looks here</source>
        <translation>“%1”在此看向</translation>
    </message>
    <message>
        <source>mean attention, last layer</source>
        <translation>末层平均注意力</translation>
    </message>
    <message>
        <source>not known, or it can&apos;t be left out</source>
        <translation>还不知道，或者不能去掉</translation>
    </message>
    <message>
        <source>for “%1”, ln p</source>
        <translation>对“%1”的 ln p</translation>
    </message>
    <message>
        <source>Rank correlation of both sides: %1 (1: the same order, 0: none, −1: reversed).</source>
        <translation>两侧的秩相关：%1（1：顺序相同，0：无关，−1：相反）。</translation>
    </message>
    <message>
        <source>The parts add up to %1. ln p is %2, with zero vectors %3, so the difference is %4; what is missing (%5) is the error of %6 steps.</source>
        <translation>各部分合计 %1。ln p 为 %2，全为零向量时为 %3，相差 %4；缺的 %5 是 %6 步的误差。</translation>
    </message>
    <message>
        <source>A slope at one point: these parts need not add up to anything.</source>
        <translation>这只是一个点上的梯度：各部分之和不必等于什么。</translation>
    </message>
    <message>
        <source>Red: the word is likelier because of it; blue: less likely.</source>
        <translation>红：因为它，这个词更可能；蓝：更不可能。</translation>
    </message>
</context>
</TS>
