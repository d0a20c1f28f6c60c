<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Error Desk</source>
        <translation>关于 Error Desk</translation>
    </message>
    <message>
        <source>An offline search desk for cloud API error codes. Nothing ever leaves this computer.</source>
        <translation>离线查询云服务 API 错误码的工作台。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Copy diagnosis</source>
        <translation>复制诊断信息</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>To the next place found, or the one before</source>
        <translation>到下一处或上一处匹配</translation>
    </message>
    <message>
        <source>Give the pasted text all the room</source>
        <translation>让粘贴的文本占满窗口</translation>
    </message>
    <message>
        <source>Table of codes, or back to the text</source>
        <translation>错误码表，或返回文本</translation>
    </message>
    <message>
        <source>Copy the table of codes</source>
        <translation>复制错误码表</translation>
    </message>
    <message>
        <source>Left pane wider</source>
        <translation>左侧窗格变宽</translation>
    </message>
    <message>
        <source>Left pane narrower</source>
        <translation>左侧窗格变窄</translation>
    </message>
    <message>
        <source>Lower pane higher</source>
        <translation>下方窗格变高</translation>
    </message>
    <message>
        <source>Lower pane shorter</source>
        <translation>下方窗格变矮</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Mark a service, or take the mark off</source>
        <translation>勾选服务，或取消勾选</translation>
    </message>
    <message>
        <source>Move a marked service</source>
        <translation>移动已勾选的服务</translation>
    </message>
    <message>
        <source>Remove the chosen catalogues</source>
        <translation>移除所选目录</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>恢复已移除的内容</translation>
    </message>
    <message>
        <source>Install a document, or not</source>
        <translation>安装某个文档，或不安装</translation>
    </message>
    <message>
        <source>Take a document off the list</source>
        <translation>从列表中去掉文档</translation>
    </message>
    <message>
        <source>Store the entry</source>
        <translation>保存条目</translation>
    </message>
    <message>
        <source>Show a secret in this copy, or hide it again</source>
        <translation>在本次复制中显示某个机密，或重新隐藏</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>My glossary: words that mean the same</source>
        <translation>我的词汇表：意思相同的词</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>To the search field</source>
        <translation>转到搜索框</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation>读取剪贴板</translation>
    </message>
    <message>
        <source>Clear the text, then the filters</source>
        <translation>清除文字，再清除筛选</translation>
    </message>
    <message>
        <source>Find in the entry</source>
        <translation>在条目中查找</translation>
    </message>
    <message>
        <source>Copy the ticket</source>
        <translation>复制工单</translation>
    </message>
    <message>
        <source>Copy the ticket as plain text</source>
        <translation>以纯文本复制工单</translation>
    </message>
    <message>
        <source>Copy the ticket for…</source>
        <translation>复制工单，用于…</translation>
    </message>
    <message>
        <source>What is hidden in the ticket</source>
        <translation>工单中隐藏的内容</translation>
    </message>
    <message>
        <source>Copy code and message</source>
        <translation>复制错误码和消息</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制错误码</translation>
    </message>
    <message>
        <source>Copy the request ids</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Write my note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Pin the code, or take the pin off</source>
        <translation>固定或取消固定错误码</translation>
    </message>
    <message>
        <source>Own entry for this code, or change mine</source>
        <translation>为此错误码新建条目，或修改已有条目</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>下一个错误</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>上一个错误</translation>
    </message>
    <message>
        <source>Close the pasted text</source>
        <translation>关闭粘贴的文本</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
    <message>
        <source>English / 中文</source>
        <translation>English / 中文</translation>
    </message>
    <message>
        <source>Ticket templates</source>
        <translation>工单模板</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>About Error Desk</source>
        <translation>关于 Error Desk</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Into and through the results</source>
        <translation>进入并浏览结果</translation>
    </message>
    <message>
        <source>To the entry</source>
        <translation>转到条目</translation>
    </message>
    <message>
        <source>Filter chips on and off</source>
        <translation>开关筛选项</translation>
    </message>
    <message>
        <source>Confirm one of several rows</source>
        <translation>在多行中确认一行</translation>
    </message>
    <message>
        <source>Import error-code pages…</source>
        <translation>导入错误码页面…</translation>
    </message>
    <message>
        <source>Catalogues…</source>
        <translation>目录…</translation>
    </message>
    <message>
        <source>Remove this own entry</source>
        <translation>删除这条自建条目</translation>
    </message>
    <message>
        <source>Forget the recent searches</source>
        <translation>清除最近搜索</translation>
    </message>
    <message>
        <source>Bring back what was removed or closed</source>
        <translation>恢复刚删除或关闭的内容</translation>
    </message>
    <message>
        <source>Texts of the entry: one language or both</source>
        <translation>条目文本：一种语言或双语</translation>
    </message>
    <message>
        <source>Open a log or text file…</source>
        <translation>打开日志或文本文件…</translation>
    </message>
    <message>
        <source>Sort the table of codes by this column</source>
        <translation>按所在列排序错误码表</translation>
    </message>
    <message>
        <source>Go on with what is half written</source>
        <translation>继续写到一半的内容</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>redirection</source>
        <translation>重定向</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>无状态码</translation>
    </message>
    <message>
        <source>HTTP status {words}</source>
        <translation>HTTP 状态 {words}</translation>
    </message>
</context>
<context>
    <name>BuildProcess</name>
    <message>
        <source>The search index could not be built.</source>
        <translation>无法建立搜索索引。</translation>
    </message>
    <message>
        <source>The search index could not be built: the program did not start.</source>
        <translation>无法建立搜索索引：程序未能启动。</translation>
    </message>
</context>
<context>
    <name>Copy</name>
    <message>
        <source>{count} of {total} request ids copied: no more are kept of a log's code</source>
        <translation>已复制 {total} 个请求 ID 中的 {count} 个：日志中每个错误码只保留这么多</translation>
    </message>
    <message>
        <source>Copied the selection</source>
        <translation>已复制所选内容</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>HTML mail</source>
        <translation>HTML 邮件</translation>
    </message>
    <message>
        <source>Nothing to copy yet: search or paste something first.</source>
        <translation>还没有可复制的内容：请先搜索或粘贴。</translation>
    </message>
    <message>
        <source>Copied code and message</source>
        <translation>已复制错误码和消息</translation>
    </message>
    <message>
        <source>The ticket is copied as soon as the text was read</source>
        <translation>文本读取完成后即复制工单</translation>
    </message>
    <message>
        <source>Copied {code}</source>
        <translation>已复制 {code}</translation>
    </message>
    <message>
        <source>There are no request ids to copy.</source>
        <translation>没有可复制的请求 ID。</translation>
    </message>
    <message>
        <source>Copied as {target}</source>
        <translation>已复制为{target}</translation>
    </message>
    <message>
        <source>Copied for {target}</source>
        <translation>已复制为 {target}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>the vendor&apos;s text is there in {languages} only</source>
        <translation>厂商原文只有{languages}</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>与窗口相同</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>my note</source>
        <translation>我的备注</translation>
    </message>
    <message>
        <source>own entry</source>
        <translation>自建条目</translation>
    </message>
    <message>
        <source>Copy ticket</source>
        <translation>复制工单</translation>
    </message>
    <message>
        <source>Ticket text with the solution, secrets hidden (Ctrl+Shift+C)</source>
        <translation>含解决办法的工单文本，机密已隐藏（Ctrl+Shift+C）</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>The same as plain text (Shift+Enter)</source>
        <translation>同样内容的纯文本（Shift+Enter）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Copy only the code (Ctrl+Shift+K)</source>
        <translation>只复制错误码（Ctrl+Shift+K）</translation>
    </message>
    <message>
        <source>Copy ticket as plain text</source>
        <translation>以纯文本复制工单</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制错误码</translation>
    </message>
    <message>
        <source>Copy for</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy ticket for…</source>
        <translation>复制工单，用于…</translation>
    </message>
    <message>
        <source>Copy for another place, text or language (Ctrl+Shift+M)</source>
        <translation>为其他系统、以其他文本类型或语言复制（Ctrl+Shift+M）</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>No catalogue has this code</source>
        <translation>任何目录中都没有这个错误码</translation>
    </message>
    <message>
        <source>{services} has a code of this name, but the text names another product</source>
        <translation>{services} 有同名错误码，但文本说的是另一个产品</translation>
    </message>
    <message>
        <source>Other services use codes of this name too; nothing in the pasted text says that it comes from {service}. A digit confirms a row.</source>
        <translation>其他服务也使用同名错误码；粘贴的文本中没有内容表明它来自 {service}。按数字键可确认一行。</translation>
    </message>
    <message>
        <source>Ctrl+N writes an entry of your own for it.</source>
        <translation>按 Ctrl+N 可为它编写自建条目。</translation>
    </message>
    <message>
        <source>Message, word for word as the customer got it</source>
        <translation>消息（与客户收到的逐字一致）</translation>
    </message>
    <message>
        <source>The ticket still carries the code, the message and what to ask the customer.</source>
        <translation>工单仍会包含错误码、消息以及要向客户询问的内容。</translation>
    </message>
    <message>
        <source>The customer&apos;s message</source>
        <translation>客户的消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>This customer&apos;s values:</source>
        <translation>该客户的取值：</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>Ask the customer for:</source>
        <translation>请向客户询问：</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>可以怎么做</translation>
    </message>
    <message>
        <source>What the status says</source>
        <translation>状态码的含义</translation>
    </message>
    <message>
        <source>My note</source>
        <translation>我的备注</translation>
    </message>
    <message>
        <source>same code</source>
        <translation>相同错误码</translation>
    </message>
    <message>
        <source>same message</source>
        <translation>相同消息</translation>
    </message>
    <message>
        <source>Related entries</source>
        <translation>相关条目</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>same solution</source>
        <translation>相同解决方法</translation>
    </message>
    <message>
        <source>code beside it</source>
        <translation>相邻错误码</translation>
    </message>
    <message>
        <source>written by you: Ctrl+N changes it, Ctrl+Shift+Del removes it</source>
        <translation>由您编写：按 Ctrl+N 修改，按 Ctrl+Shift+Del 移除</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>In no catalogue</source>
        <translation>不在任何目录中</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Entry text</source>
        <translation>条目正文</translation>
    </message>
</context>
<context>
    <name>ErrorList</name>
    <message>
        <source>Errors in the pasted text</source>
        <translation>粘贴文本中的错误</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>Error Desk met a fault of its own and goes on. Your data is untouched. The report below holds nothing that was pasted or typed.</source>
        <translation>Error Desk 自身出现故障，但会继续运行。您的数据没有受到影响。下面的报告不含任何粘贴或输入的内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Provider</source>
        <translation>云厂商</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>With solution</source>
        <translation>有解决办法</translation>
    </message>
    <message>
        <source>No solution</source>
        <translation>无解决办法</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>无状态码</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>我的备注</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>{group} {name}, {hits}</source>
        <translation>{group} {name}，{hits}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{at} of {total}</source>
        <translation>第 {at} 处，共 {total} 处</translation>
    </message>
    <message>
        <source>Find in this entry</source>
        <translation>在此条目中查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
</context>
<context>
    <name>HiddenDialog</name>
    <message>
        <source>Looking for secrets…</source>
        <translation>正在查找机密内容……</translation>
    </message>
    <message>
        <source>None of these is in the ticket.</source>
        <translation>这些内容都不在工单中。</translation>
    </message>
    <message>
        <source>What is hidden</source>
        <translation>隐藏了什么</translation>
    </message>
    <message>
        <source>Copy ticket</source>
        <translation>复制工单</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>机密信息</translation>
    </message>
    <message>
        <source>The ticket as it will be copied</source>
        <translation>将要复制的工单</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Hidden as</source>
        <translation>隐藏为</translation>
    </message>
    <message>
        <source>Begins with (length)</source>
        <translation>开头（长度）</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>文本中</translation>
    </message>
    <message>
        <source>In the ticket</source>
        <translation>工单中</translation>
    </message>
    <message>
        <source>Show {placeholder}</source>
        <translation>显示 {placeholder}</translation>
    </message>
    <message>
        <source>Nothing in this ticket looks like a secret.</source>
        <translation>此工单中没有像机密的内容。</translation>
    </message>
    <message>
        <source>Hidden in the ticket: {hidden}. Shown after all: {shown}. Ticks are for this copy only.</source>
        <translation>工单中已隐藏：{hidden} 处。仍然显示：{shown} 处。勾选仅对本次复制有效。</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Ctrl+N writes an entry of your own.</source>
        <translation>按 Ctrl+N 编写自建条目。</translation>
    </message>
    <message>
        <source>Nothing fits well; these are the nearest.</source>
        <translation>没有很匹配的结果；以下是最接近的。</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>您是不是要找：</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Keys: {window}</source>
        <translation>快捷键：{window}</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Error Desk</source>
        <translation>Error Desk</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单（F10）</translation>
    </message>
</context>
<context>
    <name>MemoryWiring</name>
    <message>
        <source>The note was kept</source>
        <translation>备注已保存</translation>
    </message>
    <message>
        <source>Pinned: it waits on the start page</source>
        <translation>已固定：可在开始页找到</translation>
    </message>
    <message>
        <source>Only entries that you wrote can be removed.</source>
        <translation>只能删除自己写的条目。</translation>
    </message>
    <message>
        <source>Note about {code} deleted</source>
        <translation>已删除 {code} 的备注</translation>
    </message>
    <message>
        <source>Pin of {code} removed</source>
        <translation>已取消固定 {code}</translation>
    </message>
    <message>
        <source>Own entry {code} removed</source>
        <translation>已删除自建条目 {code}</translation>
    </message>
    <message>
        <source>Recent searches forgotten</source>
        <translation>已清除最近搜索</translation>
    </message>
    <message>
        <source>Nothing is half written.</source>
        <translation>没有写到一半的内容。</translation>
    </message>
    <message>
        <source>What was half written is discarded</source>
        <translation>写到一半的内容已丢弃</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>My note about {code}</source>
        <translation>我关于 {code} 的备注</translation>
    </message>
    <message>
        <source>My note</source>
        <translation>我的备注</translation>
    </message>
    <message>
        <source>What you want to remember about this code, in Markdown</source>
        <translation>您想记住的关于此错误码的内容（Markdown）</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it, Esc gives it up</source>
        <translation>Ctrl+Enter 保存，Esc 放弃</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OwnEntryDialog</name>
    <message>
        <source>Ctrl+Enter stores it, Esc gives it up</source>
        <translation>Ctrl+Enter 保存，Esc 放弃</translation>
    </message>
    <message>
        <source>Own entry</source>
        <translation>自建条目</translation>
    </message>
    <message>
        <source>Store entry</source>
        <translation>保存条目</translation>
    </message>
    <message>
        <source>What will be stored</source>
        <translation>将要保存的内容</translation>
    </message>
</context>
<context>
    <name>OwnEntryForm</name>
    <message>
        <source>Still needed: {fields}</source>
        <translation>还需填写：{fields}</translation>
    </message>
    <message>
        <source>The HTTP status is a number from 100 to 599, or empty.</source>
        <translation>HTTP 状态码应为 100 到 599 之间的数字，或留空。</translation>
    </message>
    <message>
        <source>One step a line</source>
        <translation>每行一个步骤</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>云厂商</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>解决办法</translation>
    </message>
</context>
<context>
    <name>PayloadPane</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Large texts take a moment.</source>
        <translation>较大的文本需要一点时间。</translation>
    </message>
    <message>
        <source>Reading the pasted text…</source>
        <translation>正在读取粘贴的文本…</translation>
    </message>
    <message>
        <source>Pasted text and its errors</source>
        <translation>粘贴的文本及其中的错误</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Only the beginning is shown; all of it was read.</source>
        <translation>只显示开头部分；全文都已读取。</translation>
    </message>
    <message>
        <source>No error code was read here</source>
        <translation>没有读到错误码</translation>
    </message>
    <message>
        <source>Paste more of the response, or search for its first line:</source>
        <translation>请粘贴更多返回内容，或搜索第一行：</translation>
    </message>
    <message>
        <source>The codes of the log are being counted.</source>
        <translation>正在统计日志中的错误码。</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Table of codes</source>
        <translation>错误码表</translation>
    </message>
    <message>
        <source>Lines: {lines} · errors: {errors} · codes: {codes}</source>
        <translation>行数：{lines} · 错误：{errors} · 错误码：{codes}</translation>
    </message>
    <message>
        <source>Cancelled: counted up to line {line}</source>
        <translation>已取消：统计到第 {line} 行</translation>
    </message>
    <message>
        <source>Likely first cause: {code}, line {line}</source>
        <translation>最可能的起因：{code}，第 {line} 行</translation>
    </message>
    <message>
        <source>The newest line comes first in this log.</source>
        <translation>此日志最新的行在最前。</translation>
    </message>
    <message>
        <source>Text and errors</source>
        <translation>文本和错误</translation>
    </message>
    <message>
        <source>Pasted log</source>
        <translation>粘贴的日志</translation>
    </message>
    <message>
        <source>Read whole: {whole} of {total} parts.</source>
        <translation>完整读取 {whole} 个部分，共 {total} 个。</translation>
    </message>
    <message>
        <source>Line {line} is cut off</source>
        <translation>第 {line} 行被截断</translation>
    </message>
    <message>
        <source>The text is long: of some lines only codes and request ids were read; the triage table counts them all.</source>
        <translation>文本较长：部分行只读取了错误码和请求 ID；错误码表会统计全部。</translation>
    </message>
</context>
<context>
    <name>PayloadView</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
</context>
<context>
    <name>PayloadWiring</name>
    <message>
        <source>Pasted text closed</source>
        <translation>已关闭粘贴的文本</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>已取消读取。</translation>
    </message>
    <message>
        <source>Cancelled: no codes were counted.</source>
        <translation>已取消：未统计任何错误码。</translation>
    </message>
    <message>
        <source>Cancelled at {percent} %: no codes were counted.</source>
        <translation>在 {percent} % 处取消：未统计任何错误码。</translation>
    </message>
    <message>
        <source>Bring this window to the front: only then may it read the clipboard here.</source>
        <translation>请把本窗口切换到前台：此处只有前台窗口才能读取剪贴板。</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>剪贴板中没有文本。</translation>
    </message>
    <message>
        <source>That text is too long to read (over 50 million characters).</source>
        <translation>文本过长，无法读取（超过 5000 万字符）。</translation>
    </message>
    <message>
        <source>No error in this text</source>
        <translation>文本中没有错误</translation>
    </message>
    <message>
        <source>See the pasted text below.</source>
        <translation>请看下方粘贴的文本。</translation>
    </message>
    <message>
        <source>Row {digit} confirmed</source>
        <translation>已确认第 {digit} 行</translation>
    </message>
    <message>
        <source>Copied {id}</source>
        <translation>已复制 {id}</translation>
    </message>
</context>
<context>
    <name>QuestionWiring</name>
    <message>
        <source>What you can do</source>
        <translation>接下来可以</translation>
    </message>
    <message>
        <source>Ctrl+V reads the whole error that the customer sent.
Ctrl+N writes an entry of your own for this code.
Ctrl+I imports a service's error-code page.</source>
        <translation>按 Ctrl+V 读取客户发来的完整错误。
按 Ctrl+N 为此错误码编写自建条目。
按 Ctrl+I 导入某个服务的错误码页面。</translation>
    </message>
    <message>
        <source>The search is still being prepared; codes can be found already.</source>
        <translation>搜索仍在准备中；现在已可按错误码查询。</translation>
    </message>
    <message>
        <source>Take a filter off (Esc), or search for something near:</source>
        <translation>去掉一个筛选（Esc），或搜索相近的内容：</translation>
    </message>
    <message>
        <source>Check the spelling, use fewer words, or try one of these:</source>
        <translation>请检查拼写、减少关键词，或试试这些：</translation>
    </message>
    <message>
        <source>Check the spelling or use fewer words.</source>
        <translation>请检查拼写或减少关键词。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>暂时还没有找到</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Description:</source>
        <translation>说明：</translation>
    </message>
    <message>
        <source>Solution:</source>
        <translation>解决办法：</translation>
    </message>
    <message>
        <source>also ({count}): {codes}</source>
        <translation>另有 {count} 个：{codes}</translation>
    </message>
    <message>
        <source>exact code</source>
        <translation>错误码一致</translation>
    </message>
    <message>
        <source>common code</source>
        <translation>通用错误码</translation>
    </message>
    <message>
        <source>same code, other spelling</source>
        <translation>同一错误码，写法不同</translation>
    </message>
    <message>
        <source>code starts so</source>
        <translation>错误码开头一致</translation>
    </message>
    <message>
        <source>message matches</source>
        <translation>消息匹配</translation>
    </message>
    <message>
        <source>all words</source>
        <translation>包含所有词</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>包含部分词</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>相近</translation>
    </message>
    <message>
        <source>code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>my note</source>
        <translation>我的备注</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态码</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Entries that were found, best first</source>
        <translation>找到的条目，最佳的在前</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Type a code, a message or words, or paste an error</source>
        <translation>输入错误码、消息或关键词，或粘贴错误内容</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Results follow each key; a pasted error is read as a whole</source>
        <translation>每按一键即更新结果；粘贴的错误会整体读取</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>私有访问密钥</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>User data</source>
        <translation>用户数据</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮件地址</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>choose a row</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>in no catalogue</source>
        <translation>不在目录中</translation>
    </message>
    <message>
        <source>only mentioned</source>
        <translation>仅提及</translation>
    </message>
    <message>
        <source>another product's</source>
        <translation>属于其他产品</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>无错误码</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Type a code, also without its prefix</source>
        <translation>输入错误码，前缀可省略</translation>
    </message>
    <message>
        <source>Ask in words, in English or Chinese</source>
        <translation>用中文或英文描述问题</translation>
    </message>
    <message>
        <source>Paste what the customer sent</source>
        <translation>粘贴客户发来的内容</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>What does this error mean?</source>
        <translation>这个错误是什么意思？</translation>
    </message>
    <message>
        <source>Type a code or a few words above, or press Ctrl+V anywhere to read what a customer sent.</source>
        <translation>在上方输入错误码或几个关键词，或在任意位置按 Ctrl+V 读取客户发来的内容。</translation>
    </message>
    <message>
        <source>Private: nothing leaves this computer. Pasted texts stay in memory and are never written to disk; secrets are hidden in everything you copy.</source>
        <translation>隐私承诺：任何内容都不会离开这台电脑。粘贴的文本只留在内存中，绝不写入磁盘；复制出去的内容都会隐藏机密信息。</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>最近的搜索</translation>
    </message>
    <message>
        <source>Pinned codes</source>
        <translation>已固定的错误码</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Text size (points)</source>
        <translation>文字大小（磅）</translation>
    </message>
    <message>
        <source>As the system</source>
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
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Watch the clipboard</source>
        <translation>监视剪贴板</translation>
    </message>
    <message>
        <source>Reacts to known error codes only; what a password manager marks as secret is not read.</source>
        <translation>只对已知错误码作出反应；密码管理器标记为机密的内容不会读取。</translation>
    </message>
    <message>
        <source>Show an icon in the system tray</source>
        <translation>在系统托盘显示图标</translation>
    </message>
    <message>
        <source>Closing the window then leaves the desk running; Ctrl+Q ends it.</source>
        <translation>此后关闭窗口时程序继续运行；按 Ctrl+Q 退出。</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Copy tickets for</source>
        <translation>工单复制格式</translation>
    </message>
    <message>
        <source>Language of tickets</source>
        <translation>工单语言</translation>
    </message>
    <message>
        <source>Tickets carry my note about the entry</source>
        <translation>工单附上我对该条目的备注</translation>
    </message>
    <message>
        <source>Ticket templates…</source>
        <translation>工单模板…</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Preferred services</source>
        <translation>优先的服务</translation>
    </message>
    <message>
        <source>My glossary</source>
        <translation>我的词汇表</translation>
    </message>
    <message>
        <source>Where several services have the same code, the marked ones come first, in this order. Space marks a service, Alt+Up and Alt+Down move it.</source>
        <translation>多个服务有相同错误码时，勾选的服务按此顺序排在前面。空格键勾选，Alt+↑ 和 Alt+↓ 移动。</translation>
    </message>
    <message>
        <source>Words of your team that the search is to understand, such as 跳板机 = bastion host.</source>
        <translation>让搜索理解您团队的用语，例如：跳板机 = bastion host。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Edit my glossary…</source>
        <translation>编辑我的词汇表…</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Library and imported catalogues</source>
        <translation>资料库和导入的目录</translation>
    </message>
    <message>
        <source>Settings and templates</source>
        <translation>设置和模板</translation>
    </message>
    <message>
        <source>Search index (made again when missing)</source>
        <translation>搜索索引（缺失时自动重建）</translation>
    </message>
    <message>
        <source>Window and last search</source>
        <translation>窗口状态和上次搜索</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>To keep them elsewhere, move the folders while Error Desk is closed and set XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME or XDG_STATE_HOME before it starts.</source>
        <translation>如需放到别处，请先关闭 Error Desk 并移动文件夹，再于启动前设置 XDG_DATA_HOME、XDG_CONFIG_HOME、XDG_CACHE_HOME 或 XDG_STATE_HOME。</translation>
    </message>
    <message>
        <source>One file with your notes, pins, own entries, glossary, recent searches, imported catalogues and ticket templates; settings are not in it. Restoring keeps what is here now in a file beside the library, and catalogues and templates that the backup does not know stay.</source>
        <translation>一个文件，包含您的备注、固定的错误码、自建条目、词汇表、最近的搜索、导入的目录和工单模板；不含设置。还原备份时，当前内容会另存在资料库旁边的文件里；备份中没有的目录和模板会保留。</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>还原备份…</translation>
    </message>
    <message>
        <source>No program to show folders was found; copy the path instead.</source>
        <translation>没有找到可以显示文件夹的程序；请改为复制路径。</translation>
    </message>
    <message>
        <source>Copied: {path}</source>
        <translation>已复制：{path}</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>备份资料库</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>还原备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>My glossary</source>
        <translation>我的词汇表</translation>
    </message>
    <message>
        <source>Write words that mean the same in one line, with = between them: who searches for one of them finds the others. For example:</source>
        <translation>意思相同的词写在同一行，用 = 隔开：搜索其中一个，也能找到其他的。例如：</translation>
    </message>
    <message>
        <source>Lines of my glossary</source>
        <translation>我的词汇表内容</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not saved. Save, or close again to give up what you changed.</source>
        <translation>尚未保存。请保存，或再次关闭以放弃修改。</translation>
    </message>
    <message>
        <source>Damaged on the disk, look at it before you save: line {numbers}</source>
        <translation>磁盘上的内容已损坏，保存前请检查：第 {numbers} 行</translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation>第 {line} 行：{message}</translation>
    </message>
</context>
<context>
    <name>GlossaryFaults</name>
    <message>
        <source>{term} stands alone: write words that mean the same, with = between them</source>
        <translation>{term} 单独成行：请写出意思相同的词，用 = 隔开</translation>
    </message>
    <message>
        <source>a word is missing before or after =</source>
        <translation>= 的前面或后面缺少词</translation>
    </message>
    <message>
        <source>{term} is neither Chinese nor written in plain English letters and digits</source>
        <translation>{term} 既不是中文，也不是普通的英文字母和数字</translation>
    </message>
    <message>
        <source>{term} stands twice</source>
        <translation>{term} 出现了两次</translation>
    </message>
    <message>
        <source>line {other} says the same</source>
        <translation>与第 {other} 行内容相同</translation>
    </message>
    <message>
        <source>{term} holds the sign that parts terms</source>
        <translation>{term} 含有用来分隔词语的符号</translation>
    </message>
    <message>
        <source>{count} columns where at most {most} are expected ({names})</source>
        <translation>有 {count} 列，最多只能有 {most} 列（{names}）</translation>
    </message>
    <message>
        <source>{term} cannot be an id: small letters, digits, hyphens</source>
        <translation>{term} 不能用作标识：只能用小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>the id {term} already stands in line {other}</source>
        <translation>标识 {term} 已在第 {other} 行使用</translation>
    </message>
    <message>
        <source>a concept without any term</source>
        <translation>这一行没有任何词语</translation>
    </message>
    <message>
        <source>an empty term in the column {column}</source>
        <translation>{column} 列中有空的词语</translation>
    </message>
    <message>
        <source>stray blanks in {term}</source>
        <translation>{term} 中有多余的空格</translation>
    </message>
    <message>
        <source>{term} in the column {column} holds no Chinese</source>
        <translation>{column} 列中的 {term} 不含中文</translation>
    </message>
    <message>
        <source>{term} in the column {column} is not written in plain English letters and digits</source>
        <translation>{column} 列中的 {term} 不是普通的英文字母和数字</translation>
    </message>
    <message>
        <source>no concept is called {term}</source>
        <translation>没有名为 {term} 的概念</translation>
    </message>
</context>
<context>
    <name>SettingsWiring</name>
    <message>
        <source>The glossary is kept; the search is taking it in</source>
        <translation>词汇表已保存，正在更新搜索</translation>
    </message>
    <message>
        <source>Backed up: {path}</source>
        <translation>已备份：{path}</translation>
    </message>
    <message>
        <source>Restored. What was here before is kept in {path}</source>
        <translation>已还原。之前的内容保存在 {path}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Preparing the search… codes can be searched already</source>
        <translation>正在准备搜索…现在已可按错误码查询</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress of the search index</source>
        <translation>搜索索引进度</translation>
    </message>
    <message>
        <source>◉ Watching the clipboard</source>
        <translation>◉ 正在监视剪贴板</translation>
    </message>
    <message>
        <source>{total} found in {ms} ms, the best {shown} shown</source>
        <translation>找到 {total} 条，用时 {ms} 毫秒，显示前 {shown} 条</translation>
    </message>
    <message>
        <source>{total} found in {ms} ms</source>
        <translation>找到 {total} 条，用时 {ms} 毫秒</translation>
    </message>
    <message>
        <source>, {count} more by my notes</source>
        <translation>，另有 {count} 条见于我的备注</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Learning what the entries mean…</source>
        <translation>正在理解各条目的含义…</translation>
    </message>
    <message>
        <source>Searching works already. Afterwards, questions in other words find more.</source>
        <translation>现在已可搜索。完成后，换一种说法也能找到更多结果。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop learning what the entries mean</source>
        <translation>停止理解各条目的含义</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Not saved: {names}. Close again to give it up.</source>
        <translation>尚未保存：{names}。再次关闭即放弃。</translation>
    </message>
    <message>
        <source>{name} (own)</source>
        <translation>{name}（自定义）</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>TemplatesForm</name>
    <message>
        <source>Give it a name of small letters, digits and hyphens, then save.</source>
        <translation>请取一个由小写字母、数字和连字符组成的名称，然后保存。</translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation>第 {line} 行：{message}</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Ticket templates</source>
        <translation>工单模板</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Preview with a made-up error</source>
        <translation>预览（用虚构的错误）</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>模板文本</translation>
    </message>
    <message>
        <source>Names: {names}. What is not known shows as [name?].</source>
        <translation>可用名称：{names}。未知的值显示为 [名称?]。</translation>
    </message>
    <message>
        <source>New from this</source>
        <translation>以此新建</translation>
    </message>
    <message>
        <source>Remove own</source>
        <translation>删除自定义模板</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>任何语言</translation>
    </message>
</context>
<context>
    <name>TicketMenu</name>
    <message>
        <source>With my note</source>
        <translation>附上我的备注</translation>
    </message>
    <message>
        <source>Copy the ticket for</source>
        <translation>复制工单到</translation>
    </message>
    <message>
        <source>Kind of text</source>
        <translation>文本类型</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>ImportOffer</name>
    <message>
        <source>{name} looks like an error-code page with {entries}.</source>
        <translation>{name} 像是一个错误码页面，共 {entries}。</translation>
    </message>
    <message>
        <source>Import… (Ctrl+I)</source>
        <translation>导入…（Ctrl+I）</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不用</translation>
    </message>
</context>
<context>
    <name>ImportWiring</name>
    <message>
        <source>Imported: {entries} of {names}. To undo, remove them in Catalogues.</source>
        <translation>已导入 {names} 的 {entries}。如需撤销，请在“目录”中移除。</translation>
    </message>
    <message>
        <source>The catalogue is back</source>
        <translation>目录已恢复</translation>
    </message>
</context>
<context>
    <name>ImportProcess</name>
    <message>
        <source>The import ended unexpectedly.</source>
        <translation>导入意外中止。</translation>
    </message>
    <message>
        <source>The import could not begin: the program did not start.</source>
        <translation>无法开始导入：程序没有启动。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Error-code pages to import</source>
        <translation>要导入的错误码页面</translation>
    </message>
    <message>
        <source>Say whose it is, or untick it: {names}</source>
        <translation>请填写所属的云厂商，或取消勾选：{names}</translation>
    </message>
    <message>
        <source>Installing…</source>
        <translation>正在安装…</translation>
    </message>
    <message>
        <source>No error codes were found. Is it in the columns? Say there which column holds the code.</source>
        <translation>没有找到错误码。请在“列”中指明哪一列是错误码。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{new} new · {changed} changed · {gone} gone</source>
        <translation>新增 {new} · 变更 {changed} · 消失 {gone}</translation>
    </message>
    <message>
        <source>beside the bundled catalogue ({entries})</source>
        <translation>与内置目录（{entries}）相比</translation>
    </message>
    <message>
        <source>beside the imported catalogue ({entries})</source>
        <translation>与已导入的目录（{entries}）相比</translation>
    </message>
    <message>
        <source>a new catalogue</source>
        <translation>新的目录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ 新增</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ 变更</translation>
    </message>
    <message>
        <source>− gone</source>
        <translation>− 消失</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Another name of the code</source>
        <translation>错误码的别名</translation>
    </message>
    <message>
        <source>a table of parameters</source>
        <translation>参数表</translation>
    </message>
    <message>
        <source>no column holds error codes</source>
        <translation>没有一列是错误码</translation>
    </message>
    <message>
        <source>nothing around the table speaks of errors</source>
        <translation>表格周围没有提到错误</translation>
    </message>
    <message>
        <source>lists HTTP statuses, not error codes</source>
        <translation>列出的是 HTTP 状态码，不是错误码</translation>
    </message>
    <message>
        <source>a table of one column</source>
        <translation>只有一列的表格</translation>
    </message>
    <message>
        <source>no column says what the errors are</source>
        <translation>没有一列说明错误内容</translation>
    </message>
    <message>
        <source>no code in the row</source>
        <translation>该行没有错误码</translation>
    </message>
    <message>
        <source>no table or list of error codes</source>
        <translation>没有错误码的表格或列表</translation>
    </message>
    <message>
        <source>If a column was taken for the wrong thing, say here what it is.</source>
        <translation>如果某一列识别错了，请在这里改正。</translation>
    </message>
    <message>
        <source>There is no table in this document.</source>
        <translation>这个文档里没有表格。</translation>
    </message>
    <message>
        <source>Column {name} is</source>
        <translation>“{name}”列是</translation>
    </message>
    <message>
        <source>{name} and {more} more tables</source>
        <translation>{name} 等（另有 {more} 个表格）</translation>
    </message>
    <message>
        <source>not read: {reason}</source>
        <translation>未读取：{reason}</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>云厂商</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The page does not say whose it is</source>
        <translation>页面没有说明所属云厂商</translation>
    </message>
    <message>
        <source>Entries found</source>
        <translation>找到的条目</translation>
    </message>
    <message>
        <source>The whole entry</source>
        <translation>完整条目</translation>
    </message>
    <message>
        <source>What was left out, and why</source>
        <translation>略过的内容及原因</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>没有略过任何内容。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>显示哪些条目</translation>
    </message>
    <message>
        <source>All entries ({count})</source>
        <translation>全部条目（{count}）</translation>
    </message>
    <message>
        <source>New ({count})</source>
        <translation>新增（{count}）</translation>
    </message>
    <message>
        <source>Changed ({count})</source>
        <translation>变更（{count}）</translation>
    </message>
    <message>
        <source>Gone ({count})</source>
        <translation>消失（{count}）</translation>
    </message>
    <message>
        <source>Entries ({count})</source>
        <translation>条目（{count}）</translation>
    </message>
    <message>
        <source>Left out ({count})</source>
        <translation>略过（{count}）</translation>
    </message>
    <message>
        <source>Import error-code pages</source>
        <translation>导入错误码页面</translation>
    </message>
    <message>
        <source>Drop error-code pages here</source>
        <translation>把错误码页面拖到这里</translation>
    </message>
    <message>
        <source>Pages saved from the browser (HTML, Markdown, RST, plain text), tables (Excel, CSV, JSON, YAML), C headers, packs from colleagues, or whole folders.
You see everything that was found before anything is stored.</source>
        <translation>浏览器保存的页面（HTML、Markdown、RST、纯文本）、表格（Excel、CSV、JSON、YAML）、C 头文件、同事导出的目录包，或整个文件夹。
保存之前，您会看到找到的全部内容。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>More files…</source>
        <translation>更多文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Install {entries}</source>
        <translation>安装 {entries}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Reading {name}: row {row} of {rows}</source>
        <translation>正在读取 {name}：第 {row} 行，共 {rows} 行</translation>
    </message>
    <message>
        <source>Reading {name} ({size})…</source>
        <translation>正在读取 {name}（{size}）…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>no error codes found</source>
        <translation>没有找到错误码</translation>
    </message>
    <message>
        <source>provider unknown</source>
        <translation>云厂商未知</translation>
    </message>
    <message>
        <source>the whole document</source>
        <translation>整个文档</translation>
    </message>
    <message>
        <source>outside tables</source>
        <translation>表格之外</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>table {number}</source>
        <translation>第 {number} 个表格</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>表内第 {number} 行</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>工作表 {name}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{where}: {reason}</source>
        <translation>{where}：{reason}</translation>
    </message>
</context>
<context>
    <name>CataloguesDialog</name>
    <message>
        <source>bundled</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>own entries</source>
        <translation>自建条目</translation>
    </message>
    <message>
        <source>{entries} of {catalogues} written to {file}</source>
        <translation>已把 {catalogues}的 {entries}写入 {file}</translation>
    </message>
    <message>
        <source>{origin}, in place of the bundled one</source>
        <translation>{origin}，代替内置目录</translation>
    </message>
    <message>
        <source>Export as a pack</source>
        <translation>导出为目录包</translation>
    </message>
    <message>
        <source>Packs (*.jsonl)</source>
        <translation>目录包 (*.jsonl)</translation>
    </message>
    <message>
        <source>Only imported catalogues can be removed.</source>
        <translation>只能移除导入的目录。</translation>
    </message>
    <message>
        <source>{names}: back again</source>
        <translation>已恢复：{names}</translation>
    </message>
    <message>
        <source>Catalogues</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>云厂商</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目数</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open the page in the browser</source>
        <translation>在浏览器中打开页面</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Removed: {names}; the bundled one is back. Ctrl+Z undoes it.</source>
        <translation>已移除：{names}；内置目录已恢复。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Removed: {names}. Ctrl+Z undoes it.</source>
        <translation>已移除：{names}。按 Ctrl+Z 撤销。</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>The last messages</source>
        <translation>最近的消息</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Languages of the entry</source>
        <translation>条目语言</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双语</translation>
    </message>
    <message>
        <source>Texts in: {language}</source>
        <translation>文本语言：{language}</translation>
    </message>
    <message>
        <source>Languages of the entry (Ctrl+Shift+B goes through them)</source>
        <translation>条目语言（Ctrl+Shift+B 依次切换）</translation>
    </message>
</context>
<context>
    <name>UndoStack</name>
    <message>
        <source>{what} · Ctrl+Z brings it back</source>
        <translation>{what} · 按 Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>There is nothing to bring back.</source>
        <translation>没有可恢复的内容。</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>Request ids</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>First cause</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>in no catalogue</source>
        <translation>不在任何目录中</translation>
    </message>
    <message>
        <source>common code</source>
        <translation>通用错误码</translation>
    </message>
    <message>
        <source>{name} is a folder: choose one file in it.</source>
        <translation>{name} 是文件夹：请选择其中的一个文件。</translation>
    </message>
    <message>
        <source>{name} is no file that can be read.</source>
        <translation>{name} 不是可以读取的文件。</translation>
    </message>
    <message>
        <source>{name} is an archive or another kind of file: unpack it first.</source>
        <translation>{name} 是压缩包或其他类型的文件：请先解压。</translation>
    </message>
    <message>
        <source>{name} is no text file.</source>
        <translation>{name} 不是文本文件。</translation>
    </message>
    <message>
        <source>{name} is damaged: it ends early or cannot be unpacked.</source>
        <translation>{name} 已损坏：内容不完整或无法解压。</translation>
    </message>
    <message>
        <source>{name} is too large: cut the log first (1 GB can be read).</source>
        <translation>{name} 太大：请先截取日志（最多可读 1 GB）。</translation>
    </message>
    <message>
        <source>The log could not be read: the reader ended early.</source>
        <translation>无法读取日志：读取程序提前结束。</translation>
    </message>
</context>
<context>
    <name>TriageView</name>
    <message>
        <source>No error code in this log</source>
        <translation>此日志中没有错误码</translation>
    </message>
    <message>
        <source>Lines read: {count}. Search for words of its messages instead.</source>
        <translation>已读取 {count} 行。请改为搜索其中消息的词语。</translation>
    </message>
    <message>
        <source>Codes of the log</source>
        <translation>日志中的错误码</translation>
    </message>
    <message>
        <source>Enter goes to the entry, Space sorts by the column of the cursor</source>
        <translation>回车转到条目，空格按光标所在列排序</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>TriageWiring</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Open a log or text file</source>
        <translation>打开日志或文本文件</translation>
    </message>
    <message>
        <source>Logs and texts (*.log *.txt *.json *.jsonl *.out *.csv *.gz)</source>
        <translation>日志和文本 (*.log *.txt *.json *.jsonl *.out *.csv *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>One log at a time: only {name} is read.</source>
        <translation>一次只读一个日志：只读取 {name}。</translation>
    </message>
    <message>
        <source>Codes counted: {count}</source>
        <translation>已统计的错误码：{count}</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catalogues</source>
        <translation>
            <numerusform>%n 个目录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n 个取值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same texts stand under %n other codes</source>
        <translation>
            <numerusform>另有 %n 个错误码的文本相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets hidden</source>
        <translation>
            <numerusform>已隐藏 %n 处机密</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets shown after all</source>
        <translation>
            <numerusform>仍显示 %n 处机密</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request ids copied</source>
        <translation>
            <numerusform>已复制 %n 个请求 ID</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors read</source>
        <translation>
            <numerusform>读到 %n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n 条结果</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>There is no tray for an icon here: closing the window ends Error Desk.</source>
        <translation>此桌面没有系统托盘：关闭窗口即退出 Error Desk。</translation>
    </message>
    <message>
        <source>Error Desk · watching the clipboard</source>
        <translation>Error Desk · 正在监视剪贴板</translation>
    </message>
    <message>
        <source>Error Desk</source>
        <translation>Error Desk</translation>
    </message>
    <message>
        <source>Error Desk goes on here. Quit ends it.</source>
        <translation>Error Desk 在此继续运行。选择“退出”可结束程序。</translation>
    </message>
    <message>
        <source>Show Error Desk</source>
        <translation>显示 Error Desk</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation>读取剪贴板</translation>
    </message>
    <message>
        <source>Watch the clipboard</source>
        <translation>监视剪贴板</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>PayloadHead</name>
    <message>
        <source>The first {count} of {total} request ids</source>
        <translation>{total} 个请求 ID 中的前 {count} 个</translation>
    </message>
    <message>
        <source>Close the pasted text</source>
        <translation>关闭粘贴的文本</translation>
    </message>
    <message>
        <source>Close the pasted text (Ctrl+Shift+W)</source>
        <translation>关闭粘贴的文本 (Ctrl+Shift+W)</translation>
    </message>
    <message>
        <source>Copy request ids</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy all request ids (Ctrl+Shift+R) or one of them</source>
        <translation>复制全部请求 ID (Ctrl+Shift+R) 或其中一个</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy the table as ticket text, without secrets</source>
        <translation>将表格复制为工单文本（不含机密）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Count the codes: how often, first, last, request ids</source>
        <translation>统计错误码：次数、最早、最晚、请求 ID</translation>
    </message>
    <message>
        <source>How much of the log is read</source>
        <translation>日志读取进度</translation>
    </message>
    <message>
        <source>All request ids: {count}</source>
        <translation>全部请求 ID：{count} 个</translation>
    </message>
    <message>
        <source>Show this place in the text</source>
        <translation>在文本中显示此处</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>the index {folder} cannot be read: {reason}</source>
        <translation>无法读取搜索索引 {folder}：{reason}</translation>
    </message>
    <message>
        <source>the index {folder} cannot be read: {kind}: {reason}</source>
        <translation>无法读取搜索索引 {folder}：{kind}：{reason}</translation>
    </message>
    <message>
        <source>the index names {module}.{name}, which no index of ours does</source>
        <translation>搜索索引中出现 {module}.{name}，这不是本程序建立的索引</translation>
    </message>
    <message>
        <source>the index cannot be read: {reason}</source>
        <translation>无法读取搜索索引：{reason}</translation>
    </message>
    <message>
        <source>the kept glossary cannot be read: {reason}</source>
        <translation>无法读取已保存的词汇表：{reason}</translation>
    </message>
    <message>
        <source>cannot read the glossary {path}: {reason}</source>
        <translation>无法读取词汇表 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot read {path}: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot write to {folder}: {reason}</source>
        <translation>无法写入 {folder}：{reason}</translation>
    </message>
    <message>
        <source>cannot write {path}: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot use {path}: {reason}</source>
        <translation>无法使用 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot use the folder {folder}: {reason}</source>
        <translation>无法使用文件夹 {folder}：{reason}</translation>
    </message>
    <message>
        <source>cannot read the folder {folder}: no permission</source>
        <translation>无法读取文件夹 {folder}：没有权限</translation>
    </message>
    <message>
        <source>cannot open the entry table {path}: {reason}</source>
        <translation>无法打开条目表 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot write the entry table {path}: {reason}</source>
        <translation>无法写入条目表 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot list the imported packs: {reason}</source>
        <translation>无法列出导入的目录包：{reason}</translation>
    </message>
    <message>
        <source>building the index was cancelled</source>
        <translation>已取消建立搜索索引</translation>
    </message>
    <message>
        <source>building the entry table was cancelled</source>
        <translation>已取消建立条目表</translation>
    </message>
    <message>
        <source>the work was cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>reading the meaning of entries was cancelled</source>
        <translation>已取消学习条目的含义</translation>
    </message>
    <message>
        <source>reading the question was cancelled</source>
        <translation>已取消读取查询</translation>
    </message>
    <message>
        <source>reading the log was cancelled</source>
        <translation>已取消读取日志</translation>
    </message>
    <message>
        <source>{path}: cannot be read: {reason}</source>
        <translation>{path}：无法读取：{reason}</translation>
    </message>
    <message>
        <source>{name}: {catalogue} says {stated} entries and holds {held}</source>
        <translation>{name}：{catalogue} 声明有 {stated} 个条目，实际有 {held} 个</translation>
    </message>
    <message>
        <source>{name}: the entries of {catalogue} do not fit their checksum</source>
        <translation>{name}：{catalogue} 的条目与校验和不符</translation>
    </message>
    <message>
        <source>{name}: the id {entry} stands twice</source>
        <translation>{name}：标识 {entry} 出现了两次</translation>
    </message>
    <message>
        <source>{name}, line {number}: not the header of a catalogue: {reason}</source>
        <translation>{name} 第 {number} 行：不是目录的标题行：{reason}</translation>
    </message>
    <message>
        <source>{name}, line {number}: {catalogue!r} is not the id of this provider and service</source>
        <translation>{name} 第 {number} 行：{catalogue!r} 不是该云厂商和服务的标识</translation>
    </message>
    <message>
        <source>{name}, line {number}: a negative number of entries</source>
        <translation>{name} 第 {number} 行：条目数为负</translation>
    </message>
    <message>
        <source>{name}, line {number}: not an entry: {reason}</source>
        <translation>{name} 第 {number} 行：不是条目：{reason}</translation>
    </message>
    <message>
        <source>{name}, line {number}: the entry belongs to another catalogue</source>
        <translation>{name} 第 {number} 行：该条目属于另一个目录</translation>
    </message>
    <message>
        <source>{name}, line {number}: the entry lacks its code, or its provider and service differ</source>
        <translation>{name} 第 {number} 行：该条目缺少错误码，或其云厂商和服务不一致</translation>
    </message>
    <message>
        <source>{name}, line {number}: a text holds characters that no text may hold</source>
        <translation>{name} 第 {number} 行：文本中含有不允许的字符</translation>
    </message>
    <message>
        <source>no catalogue to export</source>
        <translation>没有可导出的目录</translation>
    </message>
    <message>
        <source>cannot remove {catalogue}: it is a bundled one</source>
        <translation>无法移除 {catalogue}：它是内置目录</translation>
    </message>
    <message>
        <source>cannot remove {catalogue}: no such catalogue is imported</source>
        <translation>无法移除 {catalogue}：没有导入过这个目录</translation>
    </message>
    <message>
        <source>nothing is kept of {catalogue} that could be brought back</source>
        <translation>没有保留 {catalogue} 的内容，无法恢复</translation>
    </message>
    <message>
        <source>cannot bring back {path}: {reason}</source>
        <translation>无法恢复 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot lay {path} aside: {reason}</source>
        <translation>无法将 {path} 移到一旁：{reason}</translation>
    </message>
    <message>
        <source>provider and service give no usable name: {catalogue!r}</source>
        <translation>云厂商和服务无法组成可用的名称：{catalogue!r}</translation>
    </message>
    <message>
        <source>{path}: {fault}</source>
        <translation>{path}：{fault}</translation>
    </message>
    <message>
        <source>{path}: no such file</source>
        <translation>{path}：没有这个文件</translation>
    </message>
    <message>
        <source>{path}: not a file</source>
        <translation>{path}：不是文件</translation>
    </message>
    <message>
        <source>{path}: larger than {megabytes} MB</source>
        <translation>{path}：超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>{path}: more than {most} files; choose a smaller folder</source>
        <translation>{path}：文件超过 {most} 个，请选择较小的文件夹</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>not a text file</source>
        <translation>不是文本文件</translation>
    </message>
    <message>
        <source>no format that can be read</source>
        <translation>不是可以读取的格式</translation>
    </message>
    <message>
        <source>no header row that names an error code</source>
        <translation>没有写明错误码的标题行</translation>
    </message>
    <message>
        <source>no regular rows</source>
        <translation>没有规则的表格行</translation>
    </message>
    <message>
        <source>damaged CSV: {reason}</source>
        <translation>CSV 已损坏：{reason}</translation>
    </message>
    <message>
        <source>damaged JSON: {reason}</source>
        <translation>JSON 已损坏：{reason}</translation>
    </message>
    <message>
        <source>JSON larger than {megabytes} MB</source>
        <translation>JSON 超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>JSON nested too deeply</source>
        <translation>JSON 嵌套过深</translation>
    </message>
    <message>
        <source>XML larger than {megabytes} MB</source>
        <translation>XML 超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>HTML larger than {megabytes} MB</source>
        <translation>HTML 超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>not readable as XML: {kind}</source>
        <translation>无法按 XML 读取：{kind}</translation>
    </message>
    <message>
        <source>an RST document larger than {megabytes} MB</source>
        <translation>RST 文档超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>not readable as RST: {kind}</source>
        <translation>无法按 RST 读取：{kind}</translation>
    </message>
    <message>
        <source>a PDF; save it as text, HTML or DOCX first</source>
        <translation>这是 PDF，请先另存为文本、HTML 或 DOCX</translation>
    </message>
    <message>
        <source>an old Excel or Word file; save it as XLSX, DOCX or CSV first</source>
        <translation>这是旧版 Excel 或 Word 文件，请先另存为 XLSX、DOCX 或 CSV</translation>
    </message>
    <message>
        <source>an RTF file; save it as DOCX or HTML first</source>
        <translation>这是 RTF 文件，请先另存为 DOCX 或 HTML</translation>
    </message>
    <message>
        <source>a packed file; unpack it first</source>
        <translation>这是压缩文件，请先解压</translation>
    </message>
    <message>
        <source>not a readable {kind}: {fault}</source>
        <translation>{kind} 无法读取：{fault}</translation>
    </message>
    <message>
        <source>a document that unpacks to more than {megabytes} MB</source>
        <translation>文档解压后超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>a zip archive that is no workbook</source>
        <translation>这是 ZIP 压缩包，不是工作簿</translation>
    </message>
    <message>
        <source>a sheet of more than {megabytes} MB</source>
        <translation>工作表超过 {megabytes} MB</translation>
    </message>
    <message>
        <source>YAML of more than {most} lines</source>
        <translation>YAML 超过 {most} 行</translation>
    </message>
    <message>
        <source>not readable as YAML: line {line}</source>
        <translation>无法按 YAML 读取：第 {line} 行</translation>
    </message>
    <message>
        <source>YAML nested too deeply</source>
        <translation>YAML 嵌套过深</translation>
    </message>
    <message>
        <source>{fault}: a column is code, status, message, description, solution or other</source>
        <translation>{fault}：列只能是 code、status、message、description、solution 或 other</translation>
    </message>
    <message>
        <source>the import was cancelled</source>
        <translation>已取消导入</translation>
    </message>
    <message>
        <source>cannot use the library {path}: {reason}; nothing was changed</source>
        <translation>无法使用资料库 {path}：{reason}；未作任何更改</translation>
    </message>
    <message>
        <source>the library {path} is damaged; start Error Desk again to have it repaired</source>
        <translation>资料库 {path} 已损坏；请重新启动 Error Desk 以进行修复</translation>
    </message>
    <message>
        <source>the library {path} is damaged and could not be repaired; its copies lie beside it</source>
        <translation>资料库 {path} 已损坏且无法修复；其副本在同一文件夹中</translation>
    </message>
    <message>
        <source>the library {path} was written by a newer Error Desk (form {version}, this one knows {known}); it was left as it is: use the newer version</source>
        <translation>资料库 {path} 由较新的 Error Desk 写入（格式 {version}，本程序支持到 {known}）；文件未改动，请使用较新的版本</translation>
    </message>
    <message>
        <source>the library in {folder} is in use and has to be repaired: close all windows of Error Desk and start it again</source>
        <translation>{folder} 中的资料库正在使用且需要修复：请关闭所有 Error Desk 窗口后重新启动</translation>
    </message>
    <message>
        <source>the library is damaged, so no backup was made; start Error Desk again to have it repaired</source>
        <translation>资料库已损坏，因此没有备份；请重新启动 Error Desk 以进行修复</translation>
    </message>
    <message>
        <source>{path} was moved or replaced while it was open; start Error Desk again</source>
        <translation>{path} 在打开期间被移动或替换；请重新启动 Error Desk</translation>
    </message>
    <message>
        <source>the disk is full: nothing was changed in {path}; make room and try again</source>
        <translation>磁盘已满：{path} 未作任何更改；请腾出空间后重试</translation>
    </message>
    <message>
        <source>another Error Desk is writing to {path}; nothing was changed, try again</source>
        <translation>另一个 Error Desk 正在写入 {path}；未作任何更改，请重试</translation>
    </message>
    <message>
        <source>cannot write to {path}: the file or its folder is read-only or not accessible; nothing was changed</source>
        <translation>无法写入 {path}：文件或其文件夹为只读或无法访问；未作任何更改</translation>
    </message>
    <message>
        <source>cannot write to {path}: the disk is full or does not answer; nothing was changed</source>
        <translation>无法写入 {path}：磁盘已满或没有响应；未作任何更改</translation>
    </message>
    <message>
        <source>{path} is a folder; a backup is a file</source>
        <translation>{path} 是文件夹；备份必须是文件</translation>
    </message>
    <message>
        <source>{path} is the library itself; choose another file for the backup</source>
        <translation>{path} 就是资料库本身；请为备份选择另一个文件</translation>
    </message>
    <message>
        <source>{path} is the library itself, no backup of it</source>
        <translation>{path} 就是资料库本身，不是它的备份</translation>
    </message>
    <message>
        <source>{path} is empty: no backup of an Error Desk library</source>
        <translation>{path} 是空文件，不是 Error Desk 资料库的备份</translation>
    </message>
    <message>
        <source>{path} is no backup of an Error Desk library, or nothing of it can be read</source>
        <translation>{path} 不是 Error Desk 资料库的备份，或其中没有可读取的内容</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>another program is using {path}; no backup was made</source>
        <translation>另一个程序正在使用 {path}；没有备份</translation>
    </message>
    <message>
        <source>{damage}; it has changed since it was looked at</source>
        <translation>{damage}；查看之后它又有变化</translation>
    </message>
    <message>
        <source>a note holds at most {most} characters; this one has {length}</source>
        <translation>备注最多 {most} 个字符；这条有 {length} 个</translation>
    </message>
    <message>
        <source>the note of {code} has no version {number}</source>
        <translation>{code} 的备注没有第 {number} 版</translation>
    </message>
    <message>
        <source>there is no own entry {entry}</source>
        <translation>没有自建条目 {entry}</translation>
    </message>
    <message>
        <source>a {what} of one line with 1 to {most} characters is needed, not {given!r}</source>
        <translation>{what}必须是 1 到 {most} 个字符的一行文字，不能是 {given!r}</translation>
    </message>
    <message>
        <source>provider and service need a letter or a digit each</source>
        <translation>云厂商和服务都至少要有一个字母或数字</translation>
    </message>
    <message>
        <source>provider, service and code must not hold a secret</source>
        <translation>云厂商、服务和错误码中不能含有机密信息</translation>
    </message>
    <message>
        <source>{status} is no HTTP status</source>
        <translation>{status} 不是 HTTP 状态码</translation>
    </message>
    <message>
        <source>a text of an entry holds at most {most} characters; this one has {length}</source>
        <translation>条目的文本最多 {most} 个字符；这段有 {length} 个</translation>
    </message>
    <message>
        <source>a glossary line is one line with 1 to {most} characters</source>
        <translation>词汇表的一行必须是 1 到 {most} 个字符</translation>
    </message>
    <message>
        <source>line {line}: {fault}</source>
        <translation>第 {line} 行：{fault}</translation>
    </message>
    <message>
        <source>{name}, line {line}: {fault}</source>
        <translation>{name} 第 {line} 行：{fault}</translation>
    </message>
    <message>
        <source>the text could not be read: the reader ended early</source>
        <translation>无法读取文本：读取程序提前结束</translation>
    </message>
    <message>
        <source>the catalogues could not be read: the reader ended early</source>
        <translation>无法读取目录：读取程序提前结束</translation>
    </message>
    <message>
        <source>{path} is a folder: name one log file</source>
        <translation>{path} 是文件夹：请指定一个日志文件</translation>
    </message>
    <message>
        <source>{path} is no file that can be read</source>
        <translation>{path} 不是可以读取的文件</translation>
    </message>
    <message>
        <source>{path} is no text file</source>
        <translation>{path} 不是文本文件</translation>
    </message>
    <message>
        <source>{path} is {kind}, not a text: unpack or convert it first</source>
        <translation>{path} 不是文本（{kind}）：请先解压或转换</translation>
    </message>
    <message>
        <source>{path}: only {megabytes:,} MB of a log can be read; cut it first</source>
        <translation>{path}：日志最多可读取 {megabytes:,} MB；请先截取</translation>
    </message>
    <message>
        <source>cannot read {path}: it is damaged ({reason})</source>
        <translation>无法读取 {path}：文件已损坏（{reason}）</translation>
    </message>
    <message>
        <source>cannot read {path}: the packed file ends early</source>
        <translation>无法读取 {path}：压缩文件不完整</translation>
    </message>
    <message>
        <source>there is nothing to write a ticket from</source>
        <translation>没有可用于编写工单的内容</translation>
    </message>
    <message>
        <source>there is no language {tag!r} to write in; there are: en, zh</source>
        <translation>不支持用语言 {tag!r} 编写；可用：en、zh</translation>
    </message>
    <message>
        <source>there is no target {name!r}; there are: {names}</source>
        <translation>没有目标 {name!r}；可用：{names}</translation>
    </message>
    <message>
        <source>there is no error number {number}; the text has {count}, counted from 0</source>
        <translation>没有编号为 {number} 的错误；文本中有 {count} 个，从 0 开始计数</translation>
    </message>
    <message>
        <source>the entry {entry!r} is not among the matches of {code}</source>
        <translation>条目 {entry!r} 不在 {code} 的匹配结果中</translation>
    </message>
    <message>
        <source>there is no template {name!r}; there are: {names}</source>
        <translation>没有模板 {name!r}；可用：{names}</translation>
    </message>
    <message>
        <source>there is no folder for templates</source>
        <translation>没有存放模板的文件夹</translation>
    </message>
    <message>
        <source>a template cannot be called {name!r}: small letters, digits and hyphens, at most 40</source>
        <translation>模板不能命名为 {name!r}：只能用小写字母、数字和连字符，最多 40 个</translation>
    </message>
    <message>
        <source>template {name!r}, {fault}</source>
        <translation>模板 {name!r}，{fault}</translation>
    </message>
    <message>
        <source>template {name!r}, line {line}: not UTF-8</source>
        <translation>模板 {name!r} 第 {line} 行：不是 UTF-8</translation>
    </message>
    <message>
        <source>cannot list the templates in {folder}: {reason}</source>
        <translation>无法列出 {folder} 中的模板：{reason}</translation>
    </message>
    <message>
        <source>cannot read the template {path}: {reason}</source>
        <translation>无法读取模板 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot write the template {path}: {reason}</source>
        <translation>无法写入模板 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot remove the template {path}: {reason}</source>
        <translation>无法删除模板 {path}：{reason}</translation>
    </message>
    <message>
        <source>the texts of the window could not be prepared: {reason}</source>
        <translation>无法准备窗口的文字：{reason}</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>云厂商</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源正忙</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>The library was damaged and has been repaired: {rows} rows were saved; the damaged file is kept as {path}.</source>
        <translation>资料库曾损坏，现已修复：保住了 {rows} 行；损坏的文件保存为 {path}。</translation>
    </message>
    <message>
        <source>The library was damaged and has been repaired: {rows} rows were saved, {damaged} of them damaged; the damaged file is kept as {path}.</source>
        <translation>资料库曾损坏，现已修复：保住了 {rows} 行，其中 {damaged} 行有损坏；损坏的文件保存为 {path}。</translation>
    </message>
    <message>
        <source>The backup {path} was damaged; what could be read of it was restored.</source>
        <translation>备份 {path} 已损坏；能读取的内容已还原。</translation>
    </message>
    <message>
        <source>this cannot be read: {reason}</source>
        <translation>无法读取：{reason}</translation>
    </message>
    <message>
        <source>this cannot be done here ({reason})</source>
        <translation>此处无法这样做（{reason}）</translation>
    </message>
    <message>
        <source>the expressions are nested too deeply</source>
        <translation>表达式嵌套过深</translation>
    </message>
    <message>
        <source>a character that no text may hold</source>
        <translation>含有不允许的字符</translation>
    </message>
    <message>
        <source>the template is longer than {most:,} characters</source>
        <translation>模板超过 {most:,} 个字符</translation>
    </message>
    <message>
        <source>the template is too long from here on</source>
        <translation>模板从这里开始过长</translation>
    </message>
    <message>
        <source>the template writes more than {most:,} characters</source>
        <translation>模板输出超过 {most:,} 个字符</translation>
    </message>
    <message>
        <source>the template takes longer than {seconds} seconds</source>
        <translation>模板运行超过 {seconds} 秒</translation>
    </message>
    <message>
        <source>the loops of the template go round more than {most:,} times</source>
        <translation>模板中的循环超过 {most:,} 次</translation>
    </message>
    <message>
        <source>a text becomes longer than {most:,} characters</source>
        <translation>文本超过 {most:,} 个字符</translation>
    </message>
    <message>
        <source>{operator} is for numbers; texts are put together with ~</source>
        <translation>{operator} 只用于数字；文本用 ~ 连接</translation>
    </message>
    <message>
        <source>a loop needs a list</source>
        <translation>循环需要列表</translation>
    </message>
    <message>
        <source>a loop cannot call itself</source>
        <translation>循环不能调用自身</translation>
    </message>
    <message>
        <source>a list is needed here</source>
        <translation>这里需要列表</translation>
    </message>
    <message>
        <source>a list is too long</source>
        <translation>列表过长</translation>
    </message>
    <message>
        <source>a yes or no cannot be printed; use {% if %}</source>
        <translation>是/否值不能直接输出；请用 {% if %}</translation>
    </message>
    <message>
        <source>this cannot be printed; name one of its fields</source>
        <translation>这个值不能直接输出；请写明它的某个字段</translation>
    </message>
    <message>
        <source>replace needs a text to replace</source>
        <translation>replace 需要要替换的文本</translation>
    </message>
    <message>
        <source>truncate needs a number of characters</source>
        <translation>truncate 需要字符数</translation>
    </message>
    <message>
        <source>there is no filter {name!r}; there are: {names}</source>
        <translation>没有过滤器 {name!r}；可用：{names}</translation>
    </message>
    <message>
        <source>there is no test {name!r}; there are: {names}</source>
        <translation>没有判断 {name!r}；可用：{names}</translation>
    </message>
    <message>
        <source>a name cannot begin with an underscore: {name}</source>
        <translation>名称不能以下划线开头：{name}</translation>
    </message>
    <message>
        <source>stars before arguments are not allowed</source>
        <translation>参数前不能用星号</translation>
    </message>
    <message>
        <source>set takes one name</source>
        <translation>set 只能设置一个名称</translation>
    </message>
    <message>
        <source>{kind} is not allowed in a template</source>
        <translation>模板中不能使用 {kind}</translation>
    </message>
    <message>
        <source>functions cannot be called in a template</source>
        <translation>模板中不能调用函数</translation>
    </message>
    <message>
        <source>there are no macros in a template</source>
        <translation>模板中没有宏</translation>
    </message>
    <message>
        <source>a template cannot import another</source>
        <translation>模板不能导入其他模板</translation>
    </message>
    <message>
        <source>a template cannot include another</source>
        <translation>模板不能包含其他模板</translation>
    </message>
    <message>
        <source>a template cannot extend another</source>
        <translation>模板不能继承其他模板</translation>
    </message>
    <message>
        <source>there are no blocks in a template</source>
        <translation>模板中没有块</translation>
    </message>
    <message>
        <source>there is no multiplication in a template</source>
        <translation>模板中没有乘法</translation>
    </message>
    <message>
        <source>there are no powers in a template</source>
        <translation>模板中没有乘方</translation>
    </message>
    <message>
        <source>there is no division in a template</source>
        <translation>模板中没有除法</translation>
    </message>
    <message>
        <source>there is no division in a template; use the tests odd and even</source>
        <translation>模板中没有除法；请用判断 odd 和 even</translation>
    </message>
    <message>
        <source>there are no negative numbers in a template</source>
        <translation>模板中没有负数</translation>
    </message>
    <message>
        <source>a part of a list or text cannot be taken; use truncate, first or last</source>
        <translation>不能截取列表或文本的一部分；请用 truncate、first 或 last</translation>
    </message>
    <message>
        <source>a template cannot make dictionaries</source>
        <translation>模板中不能创建字典</translation>
    </message>
    <message>
        <source>set takes a value: {% set name = value %}</source>
        <translation>set 要写出值：{% set name = value %}</translation>
    </message>
    <message>
        <source>a filter stands after a value: {{ value|filter }}</source>
        <translation>过滤器写在值的后面：{{ value|filter }}</translation>
    </message>
    <message>
        <source>there is no with in a template; use set</source>
        <translation>模板中没有 with；请用 set</translation>
    </message>
    <message>
        <source>there is no autoescape in a template: every target escapes by itself</source>
        <translation>模板中没有 autoescape：每个目标自行转义</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); defaults are used.</source>
        <translation>无法读取 {path}（{reason}）；使用默认设置。</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be moved aside ({reason}); defaults are used.</source>
        <translation>{path} 已损坏且无法移到一旁（{reason}）；使用默认设置。</translation>
    </message>
    <message>
        <source>{name} was damaged; it was moved to {path} and defaults are used.</source>
        <translation>{name} 已损坏，已移至 {path}；使用默认设置。</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>There is no table of codes: it is offered for texts with many errors, and for logs.</source>
        <translation>没有错误码表：仅对含有多个错误的文本和日志提供。</translation>
    </message>
    <message>
        <source>No table of codes is shown.</source>
        <translation>当前没有显示错误码表。</translation>
    </message>
    <message>
        <source>There is no earlier question.</source>
        <translation>没有更早的查询。</translation>
    </message>
    <message>
        <source>There is no later question.</source>
        <translation>没有更新的查询。</translation>
    </message>
    <message>
        <source>There is nothing to bring back.</source>
        <translation>没有可恢复的内容。</translation>
    </message>
    <message>
        <source>Nothing to copy yet: search or paste something first.</source>
        <translation>还没有可复制的内容：请先搜索或粘贴。</translation>
    </message>
    <message>
        <source>No entry is selected: search or paste something first.</source>
        <translation>未选中条目：请先搜索或粘贴。</translation>
    </message>
    <message>
        <source>There are no request ids to copy.</source>
        <translation>没有可复制的请求 ID。</translation>
    </message>
    <message>
        <source>No entry is shown to look through.</source>
        <translation>没有可供查找的条目。</translation>
    </message>
    <message>
        <source>No pasted text with errors is open.</source>
        <translation>没有打开含错误的粘贴文本。</translation>
    </message>
    <message>
        <source>No pasted text is open.</source>
        <translation>没有打开的粘贴文本。</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>Only punctuation</source>
        <translation>只有标点符号</translation>
    </message>
    <message>
        <source>Type a code, a message, or words in English or Chinese.</source>
        <translation>请输入错误码、消息，或中英文关键词。</translation>
    </message>
    <message>
        <source>There is no provider “{name}”</source>
        <translation>没有名为“{name}”的厂商</translation>
    </message>
    <message>
        <source>There is no service “{name}”</source>
        <translation>没有名为“{name}”的服务</translation>
    </message>
    <message>
        <source>There are no texts in the language “{name}”</source>
        <translation>没有语言为“{name}”的文本</translation>
    </message>
    <message>
        <source>These filters are known:</source>
        <translation>可用的筛选：</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>There is no divider here that could be moved further.</source>
        <translation>这里没有可以再移动的分隔线。</translation>
    </message>
</context>
<context>
    <name>NoteWiring</name>
    <message>
        <source>Note about {code} not kept</source>
        <translation>关于 {code} 的备注未保存</translation>
    </message>
</context>
<context>
    <name>OwnEntryWiring</name>
    <message>
        <source>Own entry not stored</source>
        <translation>自建条目未保存</translation>
    </message>
    <message>
        <source>The entry {code} was stored</source>
        <translation>条目 {code} 已保存</translation>
    </message>
    <message>
        <source>This goes on where it was left. What stands in &lt; &gt; was masked before it went to the disk, and what came from a pasted text stayed in memory.</source>
        <translation>从上次中断处继续。尖括号 &lt; &gt; 中的内容在写入磁盘前已被遮盖，来自粘贴文本的内容只留在内存中。</translation>
    </message>
    <message>
        <source>Own entry {code} changed</source>
        <translation>自建条目 {code} 已修改</translation>
    </message>
</context>
<context>
    <name>UnsavedFlow</name>
    <message>
        <source>What you write would be lost in a crash: {reason}</source>
        <translation>程序若意外退出，正在写的内容将无法恢复：{reason}</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>A note about {code} was being written and is not kept yet.</source>
        <translation>关于 {code} 的备注写到一半，尚未保存。</translation>
    </message>
    <message>
        <source>An own entry for {code} was being written and is not stored yet.</source>
        <translation>自建条目（{code}）写到一半，尚未保存。</translation>
    </message>
    <message>
        <source>An entry of yours was being written and is not stored yet.</source>
        <translation>有一个自建条目写到一半，尚未保存。</translation>
    </message>
    <message>
        <source> And {count} more.</source>
        <translation>另有 {count} 项。</translation>
    </message>
    <message>
        <source>Go on writing (Ctrl+Shift+E)</source>
        <translation>继续写（Ctrl+Shift+E）</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Mask it (Ctrl+M)</source>
        <translation>遮盖（Ctrl+M）</translation>
    </message>
    <message>
        <source>This holds what looks like a password or a key; it is stored as you wrote it.</source>
        <translation>其中有像密码或密钥的内容；保存时会原样写入。</translation>
    </message>
    <message>
        <source>This goes on where it was left.</source>
        <translation>从上次中断处继续。</translation>
    </message>
    <message>
        <source>This goes on where it was left. What stands in &lt; &gt; was masked before it went to the disk.</source>
        <translation>从上次中断处继续。尖括号 &lt; &gt; 中的内容在写入磁盘前已被遮盖。</translation>
    </message>
</context>
<context>
    <name>RowsShown</name>
    <message>
        <source>In no catalogue</source>
        <translation>不在任何目录中</translation>
    </message>
    <message>
        <source>Another product's code</source>
        <translation>其他产品的错误码</translation>
    </message>
    <message>
        <source>The nearest codes that exist:</source>
        <translation>最接近的已有错误码：</translation>
    </message>
</context>
</TS>
